using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The mobile phones to which a code may be sent.</summary>
public sealed record MobileVerification : OkSignModel
{
    /// <summary>The allowed numbers; any when empty.</summary>
    [JsonPropertyName("msisdns")]
    [JsonConverter(typeof(LenientListConverter<string>))]
    public IReadOnlyList<string> Numbers
    {
        get => field ?? [];
        init;
    }

    /// <summary>Whether the signer cannot enter another one.</summary>
    [JsonPropertyName("readonly")]
    public bool? IsReadOnly { get; init; }
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The link at which one signer signs, as <c>FormDesc.upload</c> gives it.</summary>
public sealed record SigningLink : OkSignModel
{
    /// <summary>The signer.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignerId>))]
    public SignerId? SignerId { get; init; }

    /// <summary>The signer's name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The signing link. Who has it can sign: keep it as secret as a password.</summary>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }
}

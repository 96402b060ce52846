using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What is shown as, or asked for, a signer's identity when a method does not tell it.</summary>
public sealed record SignerIdentification : OkSignModel
{
    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The capacity.</summary>
    [JsonPropertyName("actingas")]
    public string? ActingAs { get; init; }

    /// <summary>Whether the signer cannot change it.</summary>
    [JsonPropertyName("readonly")]
    public bool? IsReadOnly { get; init; }

    /// <summary>Whether it must be given.</summary>
    [JsonPropertyName("required")]
    public bool? IsRequired { get; init; }
}

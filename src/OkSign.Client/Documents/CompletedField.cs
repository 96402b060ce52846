using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A field that a signer filled in, as signing events tell it.</summary>
public sealed record CompletedField : OkSignModel
{
    /// <summary>The field's name in the form descriptor.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What the signer entered.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }
}

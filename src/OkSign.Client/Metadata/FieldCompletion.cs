using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What the service tells of a completed field.</summary>
public sealed record FieldCompletion : OkSignModel
{
    /// <summary>What the signer entered or signed.</summary>
    [JsonPropertyName("value")]
    public FieldValue? Value { get; init; }
}

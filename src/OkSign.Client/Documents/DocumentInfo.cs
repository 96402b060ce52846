using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What <c>Document.exists</c> tells of a document.</summary>
public sealed record DocumentInfo : OkSignModel
{
    /// <summary>The document's name.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>Whether the document is a template.</summary>
    [JsonPropertyName("template")]
    public bool? IsTemplate { get; init; }
}

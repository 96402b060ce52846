using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>An uploaded document and its signed copy (<c>Linkedlist.retrieve</c>).</summary>
public sealed record LinkedDocument : OkSignModel
{
    /// <summary>The id of the uploaded document.</summary>
    [JsonPropertyName("source_docid")]
    public required SourceDocumentId SourceDocumentId { get; init; }

    /// <summary>The id of the signed copy; null until the first signature.</summary>
    [JsonPropertyName("signed_docid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignedDocumentId>))]
    public SignedDocumentId? SignedDocumentId { get; init; }

    /// <summary>When the first signature was placed; while there is none, when the document was uploaded.</summary>
    [JsonPropertyName("ts")]
    public DateTimeOffset? Timestamp { get; init; }
}

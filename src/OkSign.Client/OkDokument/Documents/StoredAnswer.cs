using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>The answer to an upload that only stores: the document's id, by one of two names.</summary>
internal sealed record StoredAnswer
{
    [JsonPropertyName("result")]
    [JsonConverter(typeof(NullWhenEmptyConverter<StoredDocumentId>))]
    public StoredDocumentId? Result { get; init; }

    [JsonPropertyName("documentId")]
    [JsonConverter(typeof(NullWhenEmptyConverter<StoredDocumentId>))]
    public StoredDocumentId? DocumentId { get; init; }
}

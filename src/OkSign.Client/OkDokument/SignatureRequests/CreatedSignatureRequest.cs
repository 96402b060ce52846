using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>A signature request as the service registered it (operation 2.2).</summary>
public sealed record CreatedSignatureRequest : OkSignModel
{
    /// <summary>The request's id.</summary>
    [JsonPropertyName("result")]
    public required SignatureRequestId Id { get; init; }

    /// <summary>The signing link. Hand it out as it is; who has it can sign.</summary>
    [JsonPropertyName("url")]
    public required Uri SigningUrl { get; init; }

    /// <summary>The document's id; null where the service does not tell (older versions).</summary>
    [JsonPropertyName("documentId")]
    [JsonConverter(typeof(NullWhenEmptyConverter<StoredDocumentId>))]
    public StoredDocumentId? DocumentId { get; init; }

    /// <summary>The code of the answer (<c>message</c>).</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }
}

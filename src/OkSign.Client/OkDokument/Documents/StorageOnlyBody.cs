using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>What says of a multipart upload that it only stores.</summary>
internal sealed record StorageOnlyBody
{
    [JsonPropertyName("signatureRequestId")]
    public string SignatureRequestId { get; init; } = OkDokument.SignatureRequestId.StorageOnly;
}

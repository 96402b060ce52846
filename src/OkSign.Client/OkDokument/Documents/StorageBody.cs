using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>What op. 3.6 sends: the file in an object, and what is about it beside that.</summary>
internal sealed record StorageBody
{
    [JsonPropertyName("filename")]
    public required string FileName { get; init; }

    [JsonPropertyName("state")]
    public required StoredDocumentState State { get; init; }

    [JsonPropertyName("file")]
    public required Base64File File { get; init; }
}

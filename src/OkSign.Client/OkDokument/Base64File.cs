using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>A file inside of JSON.</summary>
internal sealed record Base64File
{
    /// <summary>Needed for a file that is to become a PDF.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    [JsonPropertyName("state")]
    public StoredDocumentState? State { get; init; }

    /// <summary>The base64, or what stands for it until it goes out.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }
}

using System.Text.Json.Serialization;

namespace OkSign.Emulator.Signing;

/// <summary>A document that was signed just now.</summary>
internal sealed record SignedNow(
    [property: JsonPropertyName("source_docid")] string SourceDocumentId,
    [property: JsonPropertyName("signed_docid")] string SignedDocumentId);

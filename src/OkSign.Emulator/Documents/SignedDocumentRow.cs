using System.Text.Json.Serialization;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary>One signing, as <c>Documents.signed</c> and the callback tell it: the counts and credits are those right after it.</summary>
internal sealed record SignedDocumentRow(
    [property: JsonPropertyName("source_docid")] string SourceDocumentId,
    [property: JsonPropertyName("signed_docid")] string SignedDocumentId,
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("signerid")] string SignerId,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("nbrOfSigaturesRequired")] int SignaturesRequired,
    [property: JsonPropertyName("nbrOfSigaturesValid")] int SignaturesValid,
    [property: JsonPropertyName("fields_completed")] IReadOnlyList<SignedDocumentRow.Field> FieldsCompleted,
    [property: JsonPropertyName("creditsinfo")] IReadOnlyList<SignedDocumentRow.CreditsUsed> CreditsInfo,
    [property: JsonPropertyName("ts")] string Timestamp)
{
    // How the service names the origin of a signature is not known.
    private const string Link = "link";

    public static SignedDocumentRow Of(StoredDocument document, SignedCopy copy, SigningEvent signing)
    {
        SigningEvent[] untilThen = [.. copy.Signings.Take(copy.Signings.IndexOf(signing) + 1)];
        return new SignedDocumentRow(
            document.Id,
            copy.Id,
            document.FileName,
            signing.Signer.Id,
            Link,
            document.SignaturesRequired,
            untilThen.Sum(earlier => earlier.Signatures.Count),
            [.. signing.Fields.Select(completed => new Field(completed.Field.Name, completed.Value))],
            [.. untilThen.Select(earlier => new CreditsUsed(earlier.Signer.Id, earlier.Credits))],
            Timestamps.Format(signing.At));
    }

    internal sealed record Field([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("value")] string Value);

    internal sealed record CreditsUsed(
        [property: JsonPropertyName("signerid")] string SignerId,
        [property: JsonPropertyName("credits")] decimal Credits);
}

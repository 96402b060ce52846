using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary>
/// <c>Documents.signed</c>: one row for each signing within a time window, both ends included, of documents that were uploaded by the API.
/// </summary>
internal sealed class SignedDocumentsEndpoints(DocumentStore documents, EmptyAnswer empty) : IOperationGroup
{
    // How the service names the origin of a signature is not known.
    private const string Source = "link";

    public void Map(OperationRoutes routes)
        => routes.Map(
            new Operation("Documents.signed", HttpMethods.Get, "v1/documents/signed") { Limit = RateLimit.OncePerThreeMinutes }, List);

    private IResult List(HttpRequest request)
    {
        DateTimeOffset start = request.RequiredTime(RequestHeaders.StartTime);
        DateTimeOffset end = request.RequiredTime(RequestHeaders.EndTime);
        if (end < start)
        {
            throw new RefusedException($"{RequestHeaders.EndTime} is before {RequestHeaders.StartTime}");
        }

        Row[] rows =
        [
            .. from document in documents.All()
               where !document.IsTemplate
               from copy in document.PresentCopies
               from signing in copy.Signings
               where signing.At >= start && signing.At <= end
               orderby signing.At
               select ToRow(document, copy, signing),
        ];
        return rows.Length == 0 ? empty.Result : Envelope.Ok(rows);
    }

    private static Row ToRow(StoredDocument document, SignedCopy copy, SigningEvent signing)
    {
        SigningEvent[] untilThen = [.. copy.Signings.Take(copy.Signings.IndexOf(signing) + 1)];
        return new Row(
            document.Id,
            copy.Id,
            document.FileName,
            signing.Signer.Id,
            Source,
            document.SignaturesRequired,
            untilThen.Sum(earlier => earlier.Signatures.Count),
            [.. signing.Fields.Select(completed => new FieldRow(completed.Field.Name, completed.Value))],
            [.. untilThen.Select(earlier => new CreditsRow(earlier.Signer.Id, earlier.Credits))],
            Timestamps.Format(signing.At));
    }

    private sealed record Row(
        [property: JsonPropertyName("source_docid")] string SourceDocumentId,
        [property: JsonPropertyName("signed_docid")] string SignedDocumentId,
        [property: JsonPropertyName("filename")] string FileName,
        [property: JsonPropertyName("signerid")] string SignerId,
        [property: JsonPropertyName("source")] string Source,
        [property: JsonPropertyName("nbrOfSigaturesRequired")] int SignaturesRequired,
        [property: JsonPropertyName("nbrOfSigaturesValid")] int SignaturesValid,
        [property: JsonPropertyName("fields_completed")] IReadOnlyList<FieldRow> FieldsCompleted,
        [property: JsonPropertyName("creditsinfo")] IReadOnlyList<CreditsRow> CreditsInfo,
        [property: JsonPropertyName("ts")] string Timestamp);

    private sealed record FieldRow([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("value")] string Value);

    private sealed record CreditsRow(
        [property: JsonPropertyName("signerid")] string SignerId,
        [property: JsonPropertyName("credits")] decimal Credits);
}

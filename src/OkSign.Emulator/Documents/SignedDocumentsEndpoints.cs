using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary>
/// <c>Documents.signed</c>: one row for each signing within a time window, both ends included, of documents that were uploaded by the API.
/// </summary>
internal sealed class SignedDocumentsEndpoints(DocumentStore documents, EmptyAnswer empty) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(
            new Operation("Documents.signed", HttpMethods.Get, "v1/documents/signed") { Limit = RateLimit.OncePerThreeMinutes }, List);

    private IResult List(HttpRequest request)
    {
        TimeFrame frame = TimeFrame.Of(request);
        SignedDocumentRow[] rows =
        [
            .. from document in documents.All()
               where !document.IsTemplate
               from copy in document.PresentCopies
               from signing in copy.Signings
               where frame.Contains(signing.At)
               orderby signing.At
               select SignedDocumentRow.Of(document, copy, signing),
        ];
        return rows.Length == 0 ? empty.Result : Envelope.Ok(rows);
    }
}

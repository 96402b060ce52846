using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The operations on stored documents: download, delete, list, metadata. And the counter of it all.</summary>
internal sealed class StoredDocumentEndpoints(
    OkDokumentEmulatorOptions options, DokumentAccount account, RequestAnswers answers, SigningUrls urls) : IOperationGroup
{
    private const string OnePath = $"JSON/document/{{{OkDokumentPaths.IdParameter}}}";
    private const string AllStates = "*";

    public void Map(OperationRoutes routes)
    {
        routes.Map(Operations.Of("DownloadDocument", HttpMethods.Get, OnePath), Download);
        routes.Map(Operations.Of("DeleteDocument", HttpMethods.Delete, OnePath), Delete);
        routes.Map(Operations.Of("ListDocuments", HttpMethods.Get, "JSON/list/flat"), List);
        routes.Map(Operations.Of("DocumentInfo", HttpMethods.Get, $"JSON/document/metadata/{{{OkDokumentPaths.IdParameter}}}"), Info);
        routes.Map(Operations.Of("Counter", HttpMethods.Get, "JSON/counter"), Count);
    }

    /// <summary>The signed file, or the source as long as there is none.</summary>
    public PdfResult Download(HttpRequest request) => account.Run((book, now) =>
    {
        StoredDokument document = book.Document(Operations.IdOf(request));
        book.CountDownload(now);
        return new PdfResult(document.Pdf, options.Variants.DownloadMediaType);
    });

    private IResult Delete(HttpRequest request) => account.Run((book, now) =>
    {
        StoredDokument document = book.Document(Operations.IdOf(request));
        book.RemoveDocument(document.Id, now);
        return answers.Deleted(document.Id);
    });

    private JsonResult List(HttpRequest request)
    {
        string state = request.Query["state"].ToString();
        bool all = state is "" or AllStates;
        return account.Run((book, _) => new JsonResult(book.Documents
            .Where(document => all || document.State == state)
            .Select(document => DocumentListRow.ForList(document, urls.Download(document.Id)))
            .ToArray()));
    }

    private JsonResult Info(HttpRequest request)
        => account.Run((book, _) => new JsonResult(DocumentListRow.ForMetadata(book.Document(Operations.IdOf(request)))));

    private JsonResult Count(HttpRequest request)
        => account.Run((book, _) => new JsonResult(book.Counters.Describe(book.Documents.Count, book.Credits)));
}

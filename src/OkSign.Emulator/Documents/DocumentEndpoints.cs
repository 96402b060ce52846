using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary><c>Document.upload</c>, <c>Document.exists</c>, <c>Document.retrieve</c> and <c>Document.remove</c>.</summary>
internal sealed class DocumentEndpoints(DocumentStore documents, DocumentUpload upload, DocumentRemoval removal) : IOperationGroup
{
    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("Document.upload", HttpMethods.Post, "v1/document/upload") { Limit = RateLimit.ThreePerSecond }, Upload);
        routes.Map(new Operation("Document.exists", HttpMethods.Get, "v1/document/exists"), Exists);
        routes.Map(new Operation("Document.retrieve", HttpMethods.Get, "v1/document/retrieve"), Retrieve);
        routes.Map(new Operation("Document.remove", HttpMethods.Delete, "v1/document/remove"), Remove);
    }

    private async Task<IResult> Upload(HttpRequest request) => Envelope.Ok(await upload.StoreAsync(request.HttpContext));

    private IResult Exists(HttpRequest request)
    {
        FoundDocument found = documents.Requested(request);
        return Envelope.Ok(new Existing(found.Document.FileName, Template: found is { Copy: null, Document.IsTemplate: true }));
    }

    private PdfResult Retrieve(HttpRequest request) => new(documents.Requested(request).Pdf);

    private IResult Remove(HttpRequest request)
    {
        removal.Remove(request);
        return Envelope.Ok("");
    }

    private sealed record Existing(
        [property: JsonPropertyName("filename")] string FileName,
        [property: JsonPropertyName("template")] bool Template);
}

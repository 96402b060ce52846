using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary><c>Documents.active</c>: the documents on which a signature is still to come.</summary>
internal sealed class ActiveDocumentsEndpoints(DocumentStore documents, EmptyAnswer empty) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(
            new Operation("Documents.active", HttpMethods.Get, "v1/documents/active") { Limit = RateLimit.OncePerThreeMinutes }, List);

    private IResult List(HttpRequest request)
    {
        Row[] rows = [.. documents.All().Where(document => document.IsActive).OrderBy(document => document.UploadedAt).Select(ToRow)];
        return rows.Length == 0 ? empty.Result : Envelope.Ok(rows);
    }

    private static Row ToRow(StoredDocument document) => new(
        document.Id,
        document.FileName,
        document.Creator,
        Timestamps.Format(document.UploadedAt),
        document.SignaturesRequired,
        document.CurrentCopy?.SignaturesPlaced ?? 0,
        document.IsReusable ? DocumentStatus.Reusable : DocumentStatus.Active,
        document.IsReusable,
        ViaApi: true,
        document.OrganizationalToken,
        document.CurrentCopy?.Id);

    private sealed record Row(
        [property: JsonPropertyName("docid")] string DocumentId,
        [property: JsonPropertyName("filename")] string FileName,
        [property: JsonPropertyName("creator")] string Creator,
        [property: JsonPropertyName("createdate")] string CreateDate,
        [property: JsonPropertyName("nbrOfSigaturesRequired")] int SignaturesRequired,
        [property: JsonPropertyName("nbrOfSigaturesValid")] int SignaturesValid,
        [property: JsonPropertyName("status")] int Status,
        [property: JsonPropertyName("reusable")] bool Reusable,
        [property: JsonPropertyName("viaapi")] bool ViaApi,
        [property: JsonPropertyName("orgtoken")] string OrganizationalToken,
        [property: JsonPropertyName("signed_docid")] string? SignedDocumentId);
}

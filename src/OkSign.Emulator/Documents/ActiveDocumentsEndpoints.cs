using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Account;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary><c>Documents.active</c>: the documents on which a signature is still to come, and the briefcases that have such documents.</summary>
internal sealed class ActiveDocumentsEndpoints(
    DocumentStore documents, BundleStore bundles, Credentials credentials, EmptyAnswer empty) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(
            new Operation("Documents.active", HttpMethods.Get, "v1/documents/active") { Limit = RateLimit.OncePerThreeMinutes }, List);

    private IResult List(HttpRequest request)
    {
        StoredDocument[] active = [.. documents.All().Where(document => document.IsActive)];
        Row[] rows =
        [
            .. active.Select(document => (CreatedAt: document.UploadedAt, Row: ToRow(document)))
                .Concat(BriefcaseRows(active))
                .OrderBy(listed => listed.CreatedAt)
                .Select(listed => listed.Row),
        ];
        return rows.Length == 0 ? empty.Result : Envelope.Ok(rows);
    }

    private IEnumerable<(DateTimeOffset CreatedAt, Row Row)> BriefcaseRows(IReadOnlyList<StoredDocument> active)
        => from briefcase in bundles.Briefcases()
           where active.Any(document => briefcase.DocumentIds.Contains(document.Id))
           select (briefcase.CreatedAt, ToRow(briefcase));

    private Row ToRow(StoredDocument document) => new(
        document.Id,
        document.FileName,
        document.Creator,
        Timestamps.Format(document.UploadedAt),
        document.SignaturesRequired,
        document.CurrentCopy?.SignaturesPlaced ?? 0,
        StatusOf(document),
        document.IsReusable,
        ViaApi: !document.IsTemplate,
        document.IsTemplate ? null : document.OrganizationalToken,
        document.CurrentCopy?.Id);

    private int StatusOf(StoredDocument document)
        => bundles.BriefcaseOf(document.Id) is not null ? DocumentStatus.InBriefcase
            : document.IsTemplate ? DocumentStatus.Template
            : document.IsReusable ? DocumentStatus.Reusable
            : DocumentStatus.Active;

    private Row ToRow(SigningBundle briefcase)
    {
        StoredDocument[] bundled = [.. briefcase.DocumentIds.Select(id => documents.Find(id)?.Document).OfType<StoredDocument>()];
        return new Row(
            briefcase.Token,
            briefcase.PackageName ?? "",
            bundled.FirstOrDefault()?.Creator ?? "",
            Timestamps.Format(briefcase.CreatedAt),
            bundled.Sum(document => document.SignaturesRequired),
            bundled.Sum(document => document.CurrentCopy?.SignaturesPlaced ?? 0),
            DocumentStatus.Briefcase,
            Reusable: false,
            ViaApi: true,
            credentials.OrganizationalToken,
            SignedDocumentId: null);
    }

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
        [property: JsonPropertyName("orgtoken")] string? OrganizationalToken,
        [property: JsonPropertyName("signed_docid")] string? SignedDocumentId);
}

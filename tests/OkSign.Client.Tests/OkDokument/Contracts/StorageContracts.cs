using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.OkDokument.Contracts;

internal static class StorageContracts
{
    private const string OneDocumentTemplate = "/JSON/document/{documentId}";
    private const string OneDocument = "/JSON/document/" + Dokument.DocumentIdText;

    private static readonly IReadOnlyList<ContractAnswer> Stored =
    [
        Ok(Dokument.Done("msg.document.uploaded", Dokument.DocumentIdText), result => Assert.Equal(Dokument.DocumentId, result)),
        Variant("by its other name", $$"""{ "message": "msg.document.uploaded", "documentId": "{{Dokument.DocumentIdText}}", "result": "off" }""", result => Assert.Equal(Dokument.DocumentId, result)),
        Variant("the other name is empty", $$"""{ "documentId": "", "result": "{{Dokument.DocumentIdText}}" }""", result => Assert.Equal(Dokument.DocumentId, result)),
        Failure<OkSignUnexpectedContentException>("an empty id", Dokument.Done("msg.document.uploaded", "")),
        Failure<OkSignUnexpectedContentException>("a sentence for an id", Dokument.Done("msg.document.uploaded", "It is stored")),
        .. Failures.OfAll,
        .. Failures.OfAnObject,
    ];

    public static IReadOnlyList<Contract<OkDokumentClient>> All { get; } =
    [
        new("OkDokument.DownloadDocument", "GET", OneDocument, async (client, token) => await DocumentsContracts.Download(client.Documents.DownloadAsync(Dokument.DocumentId, token), token))
        {
            PathTemplate = OneDocumentTemplate,
            Answers =
            [
                OkPdf(Wire.Pdf, result => Assert.Equal(Wire.Pdf, result)),
                OkPdf(Wire.Pdf, result => Assert.Equal(Wire.Pdf, result)) with { Name = "as something else", ContentType = "application/json", IsModel = false },
                Failure<OkSignUnexpectedContentException>("an ok", Dokument.Done("msg.done", "x")),
                Failure<OkSignUnexpectedContentException>("a pdf that breaks off", "%PDF-1.7\n1 0 obj"),
                Failure<OkSignUnexpectedContentException>("no body", ""),
                .. Failures.OfAll,
            ],
        },
        new("OkDokument.DeleteDocument", "DELETE", OneDocument, async (client, token) =>
        {
            await client.Documents.DeleteAsync(Dokument.DocumentId, token);
            return null;
        })
        {
            PathTemplate = OneDocumentTemplate,
            Answers = [Ok(Dokument.Done("msg.deleted", Dokument.DocumentIdText), Assert.Null), .. Failures.WithoutResult(), .. Failures.OfAll],
        },
        new("OkDokument.ListDocuments", "GET", "/JSON/list/flat", async (client, token) => await client.Documents.ListAsync(cancellationToken: token))
        {
            Query = "?state=%2A",
            Answers =
            [
                Ok($$"""
                    [ { "filename": "a.pdf", "state": "tosign", "modification": "2026-03-02 09:15:04", "id": "{{Dokument.DocumentIdText}}",
                        "url": "https://dokument.example/rest/document/{{Dokument.DocumentIdText}}", "date": 1772439304120, "number": "1772439304111", "group": "api_user" } ]
                    """, Wire.IsListOf<StoredDocument>(list =>
                    {
                        StoredDocument document = Assert.Single(list);
                        Assert.Equal((Dokument.DocumentId, StoredDocumentState.ToSign, "a.pdf"), (document.Id, document.State, document.FileName));
                        Assert.Equal(("2026-03-02 09:15:04", "1772439304111", "api_user"), (document.ModificationText, document.Number, document.Group));
                        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1772439304120), document.ChangedAt);
                        Assert.Equal($"https://dokument.example/rest/document/{Dokument.DocumentIdText}", document.Url!.AbsoluteUri);
                        Assert.Empty(document.AdditionalMembers);
                    })),
                Variant("empty", "[]", Wire.IsListOf<StoredDocument>(Assert.Empty)),
                Variant("a part of an address, and none", """[ { "id": "a", "state": "tosign", "url": "/rest/document/a" }, { "id": "b", "state": "tosign", "url": "" } ]""", Wire.IsListOf<StoredDocument>(list =>
                    Assert.Equal(["/rest/document/a", null], list.Select(document => document.Url?.ToString())))),
                Variant("empty as null", "null", Wire.IsListOf<StoredDocument>(Assert.Empty)),
                Variant("with the least, and a state of tomorrow", """[ { "id": "a", "state": "expired", "new": 1 } ]""", Wire.IsListOf<StoredDocument>(list =>
                {
                    Assert.Equal((new StoredDocumentId("a"), new StoredDocumentState("expired")), (list[0].Id, list[0].State));
                    Assert.Equal(1, list[0].AdditionalMembers["new"].GetInt32());
                })),
                Failure<OkSignUnexpectedContentException>("a row without an id", """[ { "state": "tosign" } ]"""),
                Failure<OkSignUnexpectedContentException>("a list that breaks off", """[ { "id": "a", "state": "tosign" }"""),
                .. Failures.OfAll,
                .. Failures.OfAResult,
            ],
        },
        new("OkDokument.DocumentInfo", "GET", "/JSON/document/metadata/" + Dokument.DocumentIdText, async (client, token) => await client.Documents.RetrieveInfoAsync(Dokument.DocumentId, token))
        {
            PathTemplate = "/JSON/document/metadata/{documentId}",
            Answers =
            [
                Ok(Dokument.Info("signed"), Wire.Is<StoredDocument>(document =>
                {
                    Assert.Equal((Dokument.DocumentId, StoredDocumentState.Signed), (document.Id, document.State));
                    Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1772448051690), document.ChangedAt);
                    Assert.Equal((null, null), (document.Url, document.Group));
                })),
                Variant("numbers as the other kind", """{ "id": "a", "state": "signed", "date": "1772448051690", "number": 1772439304111 }""", Wire.Is<StoredDocument>(document =>
                    Assert.Equal((DateTimeOffset.FromUnixTimeMilliseconds(1772448051690), "1772439304111"), (document.ChangedAt, document.Number)))),
                Failure<OkSignUnexpectedContentException>("without a state", """{ "id": "a" }"""),
                .. Failures.OfAll,
                .. Failures.OfAnObject,
            ],
        },
        new("OkDokument.UploadDocument", "POST", "/JSON/document",
            async (client, token) => await client.Documents.UploadAsync(OkSignFile.FromBytes(SamplePdf.Contract, "lease.pdf"), StoredDocumentState.Tags, token))
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = $$"""{ "filename": "lease.pdf", "state": "tags", "file": { "content": "{{Convert.ToBase64String(SamplePdf.Contract)}}" } }""",
            Answers = Stored,
        },
    ];

    public static IReadOnlyList<Contract<OkDokumentClient>> Further { get; } =
    [
        new("OkDokument.Upload", "POST", "/JSON/upload",
            async (client, token) => await client.Documents.UploadMultipartAsync(OkSignFile.FromBytes(SamplePdf.Contract, "lease.pdf"), token))
        {
            Kind = "that only stores",
            Headers = { ["content-type"] = $"multipart/form-data; boundary={ContractRequest.Boundary}" },
            Body = RequestsContracts.FormOf("lease.pdf", SamplePdf.Contract, """{"signatureRequestId":"off"}"""),
            Answers = Stored,
        },
    ];
}

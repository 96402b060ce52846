using System.Text;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.OkDokument.Contracts;

internal static class RequestsContracts
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string OneRequestTemplate = "/JSON/signatureRequest/{signatureRequestId}";
    private const string OneRequest = "/JSON/signatureRequest/" + Dokument.RequestIdText;

    private static readonly SignatureRequestSettings Settings = new()
    {
        SignatureRequestId = Dokument.RequestId,
        State = StoredDocumentState.Tags,
        SendInfoUrl = Dokument.SendInfoUrl,
        ResultUrl = Dokument.ResultUrl,
        Rules = new SigningRules { SignAnywhere = false, Language = TemplateLanguage.English },
        AllowedFields = new Dictionary<FormFieldKind, IReadOnlyList<string>> { [FormFieldKind.Signature] = ["_SO1_"] },
        Fields = [new FieldSetting { Name = "firstName", Value = "Eva", IsReadOnly = false }],
    };

    private static readonly string SettingsJson = $$"""
        "signatureRequestId": "{{Dokument.RequestIdText}}", "sendInfoURL": "{{Dokument.SendInfoUrl}}", "resulturl": "{{Dokument.ResultUrl}}",
        "rules": { "signAnywhereEnabled": false, "lang": "en" }, "allowedFields": { "SIGNATURE": [ "_SO1_" ] },
        "fieldConfig": [ { "name": "firstName", "value": "Eva", "readOnly": false } ]
        """;

    private static readonly byte[] Form = FormOf("lease.pdf", SamplePdf.Contract, $$"""{"signatureRequestId":"{{Dokument.RequestIdText}}","rules":{"signAnywhereEnabled":false} }""".Replace(" ", "", StringComparison.Ordinal));

    private static readonly IReadOnlyList<ContractAnswer> Registered =
    [
        Ok(Dokument.Created(), Wire.Is<CreatedSignatureRequest>(created =>
        {
            Assert.Equal((Dokument.RequestId, Dokument.DocumentId), (created.Id, created.DocumentId));
            Assert.Equal(new Uri(Dokument.SigningUrlText), created.SigningUrl);
            Assert.Equal("msg.signature.request.id.created", created.Message);
            Assert.Empty(created.AdditionalMembers);
        })),
        Variant("without the document's id", Dokument.Created(documentId: null), Wire.Is<CreatedSignatureRequest>(created => Assert.Equal((Dokument.RequestId, null), (created.Id, created.DocumentId)))),
        Variant("with an empty document's id", Dokument.Created(documentId: ""), Wire.Is<CreatedSignatureRequest>(created => Assert.Null(created.DocumentId))),
        Variant("the wide form", $$"""
            { "code": "SUCCESS", "statusCode": 200, "success": true, "message": "msg.signature.request.id.created", "result": "{{Dokument.RequestIdText}}",
              "url": "{{Dokument.SigningUrlText}}", "value": null }
            """, Wire.Is<CreatedSignatureRequest>(created =>
            {
                Assert.Equal(Dokument.RequestId, created.Id);
                Assert.Equal("SUCCESS", created.AdditionalMembers["code"].GetString());
            })),
        Variant("an odd form", $$"""
            { "code": 200, "success": "yes", "message": "msg.signature.request.id.created", "result": "{{Dokument.RequestIdText}}", "url": "{{Dokument.SigningUrlText}}", "value": {} }
            """, Wire.Is<CreatedSignatureRequest>(created => Assert.Equal(Dokument.RequestId, created.Id))),
        Variant("201", Dokument.Created(), Wire.Is<CreatedSignatureRequest>(created => Assert.Equal(Dokument.RequestId, created.Id))) with { Status = 201 },
        Failure<OkSignUnexpectedContentException>("without a link", Dokument.Done("msg.signature.request.id.created", Dokument.RequestIdText)),
        Failure<OkSignUnexpectedContentException>("with an empty link", $$"""{ "result": "{{Dokument.RequestIdText}}", "url": "" }"""),
        Failure<OkSignUnexpectedContentException>("with a link that is none", $$"""{ "result": "{{Dokument.RequestIdText}}", "url": "/openDocument/1" }"""),
        Failure<OkSignUnexpectedContentException>("without an id", $$"""{ "message": "msg.signature.request.id.created", "url": "{{Dokument.SigningUrlText}}" }"""),
        .. Failures.OfAll,
        .. Failures.OfAnObject,
    ];

    public static IReadOnlyList<Contract<OkDokumentClient>> All { get; } =
    [
        new("OkDokument.CreateSignatureRequest", "POST", "/JSON/signatureRequest",
            async (client, token) => await client.SignatureRequests.CreateAsync(OkSignFile.FromBytes(SamplePdf.Contract, "Zmluva č. 1.pdf"), Settings, token))
        {
            Headers = { ["content-type"] = JsonType },
            JsonBody = $$"""
                { {{SettingsJson}}, "filedata": { "filename": "Zmluva č. 1.pdf", "state": "tags", "content": "{{Convert.ToBase64String(SamplePdf.Contract)}}" } }
                """,
            Answers = Registered,
        },
        new("OkDokument.Upload", "POST", "/JSON/upload",
            async (client, token) => await client.SignatureRequests.UploadAsync(
                OkSignFile.FromBytes(SamplePdf.Contract, "lease.pdf"),
                new SignatureRequestSettings { SignatureRequestId = Dokument.RequestId, Rules = new SigningRules { SignAnywhere = false } },
                token))
        {
            Headers = { ["content-type"] = $"multipart/form-data; boundary={ContractRequest.Boundary}" },
            Body = Form,
            Answers = Registered,
        },
        new("OkDokument.OpenDocument", "GET", "/openDocument/" + Dokument.RequestIdText, async (client, token) => await client.SignatureRequests.FindAsync(Dokument.RequestId, token))
        {
            PathTemplate = "/openDocument/{signatureRequestId}",
            IsAnonymous = true,
            Answers =
            [
                Redirect("ok", Dokument.ViewerUrlText) with { IsModel = true },
                Redirect("by another status", Dokument.ViewerUrlText) with { Status = 307 },
                Redirect("with more in its query", Dokument.ViewerUrlText + "&lang=sk"),
                Failure<OkSignUnexpectedContentException>("a redirect to a place without an id", "", 302) with { Location = "https://dokument.example/view" },
                Failure<OkSignUnexpectedContentException>("a redirect to a place with an id that is none", "", 302) with { Location = "https://dokument.example/viewDocument?id=a%20b" },
                Variant("400", Dokument.Refused("err.signature.request.not.exist", Dokument.RequestIdText), Assert.Null) with { Status = 400 },
                Variant("400 with HTML", "<html>Expired</html>", Assert.Null) with { Status = 400 },
                Variant("404 with a code", Dokument.Refused("err.not.found", Dokument.RequestIdText), Assert.Null) with { Status = 404 },
                Failure<OkSignUnexpectedContentException>("404 with HTML", "<html>404</html>", 404),
                Failure<OkSignUnexpectedContentException>("a page", "<html>Expired</html>"),
                Failure<OkSignUnexpectedContentException>("an ok", Dokument.Done("msg.done", "x")),
                Failure<OkSignUnexpectedContentException>("a redirect to nowhere", "", 302),
                Failure<OkSignUnexpectedContentException>("a redirect to what is no web address", "", 302) with { Location = "file:///etc/passwd" },
                Failure<OkSignUnexpectedContentException>("a redirect to what is no address", "", 302) with { Location = "//[" },
                Failure<OkSignRejectedException>("405 with a code", Dokument.Refused("err.method"), 405) with { Code = "err.method" },
                Failure<OkSignConflictException>("409", "", 409),
                .. Failures.BeforeTheBody(),
            ],
        },
        new("OkDokument.UpdateSignatureRequest", "PATCH", "/JSON/signatureRequest", async (client, token) =>
        {
            var update = new SignatureRequestUpdate { SendInfoUrl = Dokument.SendInfoUrl, ResultUrl = Dokument.ResultUrl };
            await client.SignatureRequests.UpdateAsync(Dokument.RequestId, update, token);
            return null;
        })
        {
            Headers = { ["content-type"] = JsonType },
            JsonBody = $$"""{ "signatureRequestId": "{{Dokument.RequestIdText}}", "sendInfoURL": "{{Dokument.SendInfoUrl}}", "resulturl": "{{Dokument.ResultUrl}}" }""",
            Answers =
            [
                Ok($$"""{ "message": "msg.updated", "result": "{{Dokument.RequestIdText}}", "url": "https://dokument.example/{{Dokument.RequestIdText}}" }""", Assert.Null),
                .. Failures.WithoutResult(),
                .. Failures.OfAll,
            ],
        },
        new("OkDokument.DeleteSignatureRequest", "DELETE", OneRequest, async (client, token) =>
        {
            await client.SignatureRequests.DeleteAsync(Dokument.RequestId, token);
            return null;
        })
        {
            PathTemplate = OneRequestTemplate,
            Answers = [Ok(Dokument.Done("msg.deleted", Dokument.RequestIdText), Assert.Null), .. Failures.WithoutResult(), .. Failures.OfAll],
        },
        new("OkDokument.SetCallback", "POST", OneRequest, async (client, token) =>
        {
            await client.SignatureRequests.SetCallbackAsync(Dokument.RequestId, Dokument.SendInfoUrl, token);
            return null;
        })
        {
            PathTemplate = OneRequestTemplate,
            Headers = { ["content-type"] = JsonType },
            JsonBody = $$"""{ "sendInfoURL": "{{Dokument.SendInfoUrl}}" }""",
            Answers = [Ok(Dokument.Done("msg.updated", Dokument.RequestIdText), Assert.Null), .. Failures.WithoutResult(hasKnownBody: false), .. Failures.OfAll],
        },
    ];

    public static IReadOnlyList<Contract<OkDokumentClient>> Further { get; } =
    [
        new("OkDokument.CreateSignatureRequest", "POST", "/JSON/signatureRequest",
            async (client, token) => await client.SignatureRequests.CreateForStoredAsync(Dokument.DocumentId, Settings with { State = null }, token))
        {
            Kind = "of a stored document",
            Headers = { ["content-type"] = JsonType },
            JsonBody = $$"""{ {{SettingsJson}}, "id": "{{Dokument.DocumentIdText}}", "changeState": "tosign" }""",
            Answers = Registered,
        },
    ];

    /// <summary>A form with JSON and a file, as it goes out.</summary>
    public static byte[] FormOf(string fileName, byte[] file, string json)
        =>
        [
            .. Encoding.UTF8.GetBytes(
                $"--{ContractRequest.Boundary}\r\nContent-Disposition: form-data; name=\"dataText\"\r\n\r\n{json}\r\n"
                + $"--{ContractRequest.Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{fileName}\"\r\nContent-Type: application/pdf\r\n\r\n"),
            .. file,
            .. Encoding.UTF8.GetBytes($"\r\n--{ContractRequest.Boundary}--\r\n"),
        ];

    private static ContractAnswer Redirect(string name, string location)
    {
        ContractAnswer found = Variant(name, "", Wire.Is<FoundSignatureRequest>(found =>
            Assert.Equal((Dokument.RequestId, Dokument.DocumentId, new Uri(location)), (found.Id, found.DocumentId, found.ViewerUrl))));
        return found with { Status = 302, Location = location };
    }
}

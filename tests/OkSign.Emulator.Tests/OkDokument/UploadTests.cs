using System.Net;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class UploadTests
{
    private const string Path = "JSON/upload";

    [Theory]
    [InlineData("dataText")]
    [InlineData("data")]
    public async Task Upload_FileAndJson_AnswersAsCreate(string jsonPart)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = DokumentService.Multipart(
            $$"""{"signatureRequestId": "{{DokumentService.RequestId}}", "allowedFields": {"SIGNATURE": ["SC_a"]} }""",
            TestPdf.OnePage(), "Žiadosť.pdf", jsonPart);

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, body);

        Assert.Equal(["message", "result", "url", "documentId"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("msg.signature.request.id.created", answer.Json.GetProperty("message").GetString());
        Assert.Equal(DokumentService.RequestId, answer.Json.GetProperty("result").GetString());
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
        Answer list = await service.GetAsync("JSON/list/flat");
        Assert.Equal("Žiadosť.pdf", list.Json[0].GetProperty("filename").GetString());
    }

    [Fact]
    public async Task Upload_Off_OnlyStores()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = DokumentService.Multipart("""{"signatureRequestId": "off"}""", TestPdf.OnePage());

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, body);

        Assert.Equal(["message", "result"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("msg.document.uploaded", answer.Json.GetProperty("message").GetString());
        Assert.Equal("tosign", await service.StateAsync(answer.Json.GetProperty("result").GetString()!));
        Assert.Equal(100, service.Service.AvailableSignatureRequests);
    }

    [Fact]
    public async Task Upload_StoredDocument_NeedsNoFile()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        string id = await StoreAsync(service);
        using var body = DokumentService.Multipart($$"""{"id": "{{id}}"}""");

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, body);

        Assert.Equal(id, answer.Json.GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task Upload_StateInTheJson_SearchesForTags()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = DokumentService.Multipart("""{"state": "tags"}""", TestPdf.WithPages("Tenant _SC2_"));
        Answer answer = await service.SendAsync(HttpMethod.Post, Path, body);
        var url = new Uri(answer.Json.GetProperty("url").GetString()!);

        var refusal = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.Service.Signer(url).SignAsync(
            new DocumentSigningScript { Signatures = [] }, TestContext.Current.CancellationToken));

        Assert.Contains("_SC2_", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", false, "a file or id is missing")]
    [InlineData("""{"id": "x"}""", true, "exclude each other")]
    [InlineData("""{"signatureRequestId": "off"}""", false, "no file to store")]
    [InlineData("""[]""", true, "must be a JSON object")]
    [InlineData("""{""", true, "not valid JSON")]
    [InlineData("""{"state": "signed"}""", true, "state must be one of")]
    public async Task Upload_BadParts_Is400(string json, bool hasFile, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = DokumentService.Multipart(json, hasFile ? TestPdf.OnePage() : null);

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, body);

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, "err.invalid.request", problem);
        Assert.Equal(100, service.Service.AvailableSignatureRequests);
    }

    [Fact]
    public async Task Upload_ReusedId_IsAConflict()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered first = await service.CreateAsync();
        using var body = DokumentService.Multipart($$"""{"signatureRequestId": "{{first.Id}}"}""", TestPdf.OnePage());

        DokumentService.AssertRefused(
            await service.SendAsync(HttpMethod.Post, Path, body), HttpStatusCode.Conflict, "err.signature.request.exists", first.Id);
    }

    [Fact]
    public async Task Upload_BothJsonParts_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = DokumentService.Multipart("{}", TestPdf.OnePage());
        using var second = new StringContent("{}");
        body.Add(second, "data");

        DokumentService.AssertRefused(await service.SendAsync(HttpMethod.Post, Path, body), HttpStatusCode.BadRequest, "err.invalid.request", "one part");
    }

    [Fact]
    public async Task Upload_PartTwice_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = DokumentService.Multipart("{}", TestPdf.OnePage());
        using var second = new ByteArrayContent(TestPdf.OnePage());
        body.Add(second, "file", "other.pdf");

        DokumentService.AssertRefused(await service.SendAsync(HttpMethod.Post, Path, body), HttpStatusCode.BadRequest, "err.invalid.request", "more than once");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    public async Task Upload_NoBoundary_IsRefused(string mediaType)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = new StringContent("{}");
        body.Headers.ContentType = new(mediaType);

        DokumentService.AssertRefused(await service.SendAsync(HttpMethod.Post, Path, body), HttpStatusCode.BadRequest, "err.invalid.request", "boundary");
    }

    [Fact]
    public async Task Upload_BodyCutShort_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var body = new StringContent("--b7\r\nContent-Disposition: form-data; name=\"dataText\"\r\n\r\n{}");
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b7");

        DokumentService.AssertRefused(await service.SendAsync(HttpMethod.Post, Path, body), HttpStatusCode.BadRequest, "err.invalid.request", "damaged");
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(2_000_000)]
    public async Task Upload_FileTooLarge_IsRefused(int length)
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.MaxDocumentSize = 1_999);
        using var body = DokumentService.Multipart("{}", new byte[length]);

        DokumentService.AssertRefused(await service.SendAsync(HttpMethod.Post, Path, body), HttpStatusCode.BadRequest, "err.file.too.large", "1999");
    }

    [Fact]
    public async Task UploadDocument_File_IsStoredWithoutACredit()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.PostAsync("JSON/document", new JsonObject
        {
            ["filename"] = "lease.docx",
            ["state"] = "tags",
            ["file"] = new JsonObject { ["content"] = Convert.ToBase64String(TestDocx.WithParagraphs("Tenant _S1_")) },
        });

        Assert.Equal(["message", "result"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("msg.document.uploaded", answer.Json.GetProperty("message").GetString());
        string id = answer.Json.GetProperty("result").GetString()!;
        Assert.Equal(100, service.Service.AvailableSignatureRequests);
        Registered round = await service.CreateAsync(DokumentService.NextRound(id, changeState: false));
        Assert.Contains("_S1_", (await service.RefusedAsync(round, new DocumentSigningScript { Signatures = [] })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "err.invalid.request", "file is missing")]
    [InlineData("""{"file": []}""", "err.invalid.request", "file must be an object")]
    [InlineData("""{"file": {}}""", "err.invalid.request", "content is missing")]
    [InlineData("""{"file": {"content": "!"}}""", "err.invalid.request", "is not base64")]
    [InlineData("""{"filedata": {"content": "JVBERi0x"}}""", "err.invalid.request", "file is missing")]
    [InlineData("""{"file": {"content": "UEsDBA=="}, "filename": "a.xls"}""", "err.conversion.not.supported", ".xls")]
    [InlineData("""{"file": {"content": "JVBERi0x"}, "state": "canceled"}""", "err.invalid.request", "state must be one of")]
    public async Task UploadDocument_BadBody_Is400(string json, string message, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.SendAsync(HttpMethod.Post, "JSON/document", DokumentService.Json(json));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, message, problem);
        Assert.Equal("0", await service.CounterAsync("actual", "acme.storedFiles"));
    }

    private static async Task<string> StoreAsync(DokumentService service)
    {
        Answer answer = await service.PostAsync(
            "JSON/document", new JsonObject { ["file"] = new JsonObject { ["$content"] = Convert.ToBase64String(TestPdf.OnePage()) } });
        return answer.Json.GetProperty("result").GetString()!;
    }
}

using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class OperationTests
{
    private static readonly Action<OkDokumentEmulatorOptions>[] BadOptions =
    [
        options => options.ApiKey = "",
        options => options.ApiKey = "with space",
        options => options.AccountName = "",
        options => options.SignatureRequests = -1,
        options => options.MaxDocumentSize = 0,
        options => options.UnsignedRetention = TimeSpan.Zero,
        options => options.SignedRetention = TimeSpan.Zero,
        options => options.TagSearchDelay = TimeSpan.FromSeconds(-1),
        options => options.Variants = null!,
        options => options.Variants.NoCreditStatusCode = 200,
        options => options.Variants.CompletionStateOnCancel = "",
        options => options.Variants.ResultOnCancel = " ",
        options => options.Variants.DownloadMediaType = "pdf",
    ];

    public static TheoryData<string, string, string> All => new()
    {
        { "POST", "JSON/signatureRequest", "OkDokument.CreateSignatureRequest" },
        { "POST", "JSON/upload", "OkDokument.Upload" },
        { "GET", "openDocument/some-id", "OkDokument.OpenDocument" },
        { "GET", "JSON/document/some-id", "OkDokument.DownloadDocument" },
        { "DELETE", "JSON/document/some-id", "OkDokument.DeleteDocument" },
        { "GET", "JSON/list/flat?state=*", "OkDokument.ListDocuments" },
        { "GET", "JSON/document/metadata/some-id", "OkDokument.DocumentInfo" },
        { "PATCH", "JSON/signatureRequest", "OkDokument.UpdateSignatureRequest" },
        { "DELETE", "JSON/signatureRequest/some-id", "OkDokument.DeleteSignatureRequest" },
        { "GET", "JSON/counter", "OkDokument.Counter" },
        { "POST", "JSON/document", "OkDokument.UploadDocument" },
        { "POST", "JSON/signatureRequest/some-id", "OkDokument.SetCallback" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Operation_Faults_MeetItBeforeAndAfterWork(string method, string path, string operation)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        EmulatorFault fault = EmulatorFault.Html(HttpStatusCode.BadGateway);
        service.Emulator.Faults.Inject(operation, fault);
        service.Emulator.Faults.Inject(operation, fault with { AfterWork = true });

        Answer[] answers =
        [
            await service.SendAsync(new HttpMethod(method), path),
            await service.SendAsync(new HttpMethod(method), path),
            await service.SendAsync(new HttpMethod(method), path),
        ];

        Assert.Equal([502, 502], answers[..2].Select(answer => (int)answer.StatusCode));
        Assert.NotEqual(502, (int)answers[2].StatusCode);
        Assert.Equal(
            [(operation, false), (operation, true), (operation, true)],
            service.Emulator.Requests.Select(request => (request.Operation!, request.CarriedOut)));
    }

    [Fact]
    public async Task Faults_KnowAllTwelveBesideThoseOfOkSign()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Assert.Equal(All.Select(row => row.Data.Item3).Order(StringComparer.Ordinal), service.Emulator.Faults.OkDokumentOperations);
        Assert.DoesNotContain("OkDokument.Upload", service.Emulator.Faults.Operations);
    }

    [Fact]
    public async Task Faults_OwnEnvelope_IsThatOfTheService()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        service.Emulator.Faults.Inject("OkDokument.Counter", EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(3)));
        service.Emulator.Faults.Inject("OkDokument.Counter", EmulatorFault.Failed("Not today"));

        Answer busy = await service.GetAsync("JSON/counter");
        Answer failed = await service.GetAsync("JSON/counter");

        DokumentService.AssertRefused(busy, HttpStatusCode.TooManyRequests, "err.failed", "Too Many Requests");
        Assert.Equal("3", Assert.Single(busy.Response.Headers.GetValues("Retry-After")));
        DokumentService.AssertRefused(failed, HttpStatusCode.OK, "err.failed", "Not today");
    }

    [Fact]
    public async Task Faults_AnswerLostAfterWork_HasRegisteredTheRequest()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        service.Emulator.Faults.Inject("OkDokument.CreateSignatureRequest", EmulatorFault.Reset() with { AfterWork = true });

        await Assert.ThrowsAsync<HttpRequestException>(
            () => service.TryCreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId)));
        Answer again = await service.TryCreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId));

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Operation_MissingOrWrongKey_Is401ButForTheBrowser(string method, string path, string operation)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer missing = await service.SendAsync(new HttpMethod(method), path, key: null);
        Answer wrong = await service.SendAsync(new HttpMethod(method), path, key: service.Service.ApiKey + "0");

        if (operation == "OkDokument.OpenDocument")
        {
            Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (missing.StatusCode, wrong.StatusCode));
            return;
        }

        DokumentService.AssertRefused(missing, HttpStatusCode.Unauthorized, "err.unauthorized");
        DokumentService.AssertRefused(wrong, HttpStatusCode.Unauthorized, "err.unauthorized");
        Assert.All(service.Emulator.Requests, request => Assert.False(request.CarriedOut));
    }

    [Fact]
    public async Task Operation_WrongKey_ChangesNothing()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using StringContent body = DokumentService.Json(DokumentService.NewRequest().ToJsonString());

        Answer answer = await service.SendAsync(HttpMethod.Post, "JSON/signatureRequest", body, key: "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(100, service.Service.AvailableSignatureRequests);
    }

    [Theory]
    [InlineData("PUT", "JSON/signatureRequest", "PATCH, POST")]
    [InlineData("GET", "JSON/signatureRequest/some-id", "DELETE, POST")]
    [InlineData("POST", "JSON/document/some-id", "DELETE, GET")]
    [InlineData("GET", "JSON/document", "POST")]
    [InlineData("GET", "JSON/upload", "POST")]
    [InlineData("POST", "JSON/counter", "GET")]
    [InlineData("POST", "JSON/list/flat", "GET")]
    [InlineData("DELETE", "JSON/document/metadata/some-id", "GET")]
    [InlineData("POST", "openDocument/some-id", "GET")]
    public async Task Operation_WrongMethod_Is405WithTheEnvelope(string method, string path, string allowed)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.SendAsync(new HttpMethod(method), path);

        DokumentService.AssertRefused(answer, HttpStatusCode.MethodNotAllowed, "err.failed", "Method Not Allowed");
        Assert.Equal(allowed, string.Join(", ", answer.Response.Content.Headers.Allow.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("JSON/Counter")]
    [InlineData("json/counter")]
    [InlineData("JSON/counter/")]
    [InlineData("JSON/document/")]
    [InlineData("JSON/document/a/b")]
    [InlineData("OpenDocument/some-id")]
    [InlineData("openDocument/some-id/")]
    [InlineData("openDocument/")]
    [InlineData("JSON/nothing")]
    public async Task Operation_PathNotExact_Is404(string path)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        DokumentService.AssertRefused(await service.GetAsync(path), HttpStatusCode.NotFound, "err.failed", "Not Found");
    }

    [Fact]
    public async Task Requests_AfterACall_DoNotTellTheKey()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        await service.GetAsync("JSON/document/some-id");

        RecordedRequest request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(("GET", "/JSON/document/some-id", 404), (request.Method, request.Path, request.StatusCode));
        Assert.DoesNotContain("x-api-key", request.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(service.Service.ApiKey, string.Join(' ', request.Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_BothServices_AreOnOnePort()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Assert.Equal("/", service.Service.BaseAddress.AbsolutePath);
        Assert.Equal(service.Emulator.BaseAddress.Authority, service.Service.BaseAddress.Authority);
        Answer okSign = await service.GetAsync("services/rest/v1/users/retrieve");
        Assert.Equal("FAILED", okSign.Status);
    }

    [Fact]
    public async Task Start_NonsenseOption_IsRefused()
    {
        foreach (Action<OkDokumentEmulatorOptions> configure in BadOptions)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => DokumentService.StartAsync(configure));
        }
    }

    [Fact]
    public async Task Start_OptionsChangedLater_HaveNoEffect()
    {
        OkDokumentEmulatorOptions? kept = null;
        await using DokumentService service = await DokumentService.StartAsync(options => kept = options);
        string key = service.Service.ApiKey;

        kept!.ApiKey = "other";
        kept.Variants.DocumentIdInCreateAnswer = false;

        Assert.Equal(key, service.Service.ApiKey);
        await service.CreateAsync();
    }

    [Fact]
    public void Options_Key_IsRandomInTheShapeOfTheService()
    {
        Assert.Matches("^[0-9a-f]{8,9}_[0-9a-f]{80,130}$", new OkDokumentEmulatorOptions().ApiKey);
        Assert.NotEqual(new OkDokumentEmulatorOptions().ApiKey, new OkDokumentEmulatorOptions().ApiKey);
    }
}

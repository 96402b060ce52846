using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class CreateSignatureRequestTests
{
    private const string Path = "JSON/signatureRequest";
    private const string Invalid = "err.invalid.request";

    [Fact]
    public async Task Create_NewFile_AnswersAsDocumentedAndTakesACredit()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.TryCreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.MediaType));
        Assert.Equal(["message", "result", "url", "documentId"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("msg.signature.request.id.created", answer.Json.GetProperty("message").GetString());
        Assert.Equal(DokumentService.RequestId, answer.Json.GetProperty("result").GetString());
        Assert.Equal($"{service.Service.BaseAddress}openDocument/{DokumentService.RequestId}", answer.Json.GetProperty("url").GetString());
        Assert.Matches("^[A-Za-z0-9_-]{39}$", answer.Json.GetProperty("documentId").GetString());
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
    }

    [Fact]
    public async Task Create_WithoutAnId_MakesALowerCaseUuid()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Registered registered = await service.CreateAsync();

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", registered.Id);
    }

    [Fact]
    public async Task Create_ContentByTheOtherName_IsAccepted()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        var file = new JsonObject { ["$content-type"] = "application/pdf", ["$content"] = Convert.ToBase64String(TestPdf.OnePage()) };

        Registered registered = await service.CreateAsync(new JsonObject { ["filedata"] = file });

        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
        Assert.Equal(TestPdf.OnePage().Length, (await service.DownloadAsync(registered.DocumentId)).Length);
    }

    [Fact]
    public async Task Create_UnknownMembers_AreIgnored()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["sigData"] = new JsonObject { ["RecipientEmail"] = "eva@example.com" };
        request["resultUrl"] = 5;
        request["rules"] = new JsonObject { ["guiAutoSubmit"] = true, ["somethingNew"] = new JsonArray() };

        await service.CreateAsync(request);
    }

    [Theory]
    [InlineData("tosign")]
    [InlineData("tags")]
    [InlineData("tostamp")]
    public async Task Create_UploadStates_BecomeToSign(string state)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Registered registered = await service.CreateAsync(DokumentService.NewRequest(state: state));

        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
    }

    [Fact]
    public async Task Create_ReusedId_IsAConflictAndChangesNothing()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await service.CreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId));

        Answer answer = await service.TryCreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId));

        DokumentService.AssertRefused(answer, HttpStatusCode.Conflict, "err.signature.request.exists", DokumentService.RequestId);
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
        Assert.Equal("1", await service.CounterAsync("actual", "acme.storedFiles"));
    }

    [Fact]
    public async Task Create_IdOfADeletedRequest_IsStillAConflict()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await service.CreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId));
        await service.DeleteAsync($"{Path}/{DokumentService.RequestId}");

        Answer answer = await service.TryCreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Create_SameIdManyTimesAtOnce_IsRegisteredOnceForOneCredit()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => service.TryCreateAsync(DokumentService.NewRequest(id: DokumentService.RequestId))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
        Assert.Equal("1", await service.CounterAsync("actual", "acme.storedFiles"));
    }

    [Fact]
    public async Task Create_LastCreditAtOnce_IsTakenOnce()
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.SignatureRequests = 1);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.TryCreateAsync(DokumentService.NewRequest())));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(0, service.Service.AvailableSignatureRequests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task Create_NoCreditLeft_IsRefusedAndStoresNothing(int statusCode)
    {
        await using DokumentService service = await DokumentService.StartAsync(options =>
        {
            options.SignatureRequests = 0;
            options.Variants.NoCreditStatusCode = statusCode;
        });

        Answer answer = await service.TryCreateAsync(DokumentService.NewRequest());

        DokumentService.AssertRefused(answer, (HttpStatusCode)statusCode, "err.no.credit");
        Assert.Equal("0", await service.CounterAsync("actual", "acme.storedFiles"));
    }

    [Fact]
    public async Task Create_UnknownDocument_Is404()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.TryCreateAsync(DokumentService.NextRound("nothing"));

        DokumentService.AssertRefused(answer, HttpStatusCode.NotFound, "err.not.found", "nothing");
        Assert.Equal(100, service.Service.AvailableSignatureRequests);
    }

    [Fact]
    public async Task Create_SignedDocumentWithoutChangeState_IsAConflict()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered first = await service.CreateAsync();
        await service.SignAsync(first);

        Answer answer = await service.TryCreateAsync(DokumentService.NextRound(first.DocumentId, changeState: false));

        DokumentService.AssertRefused(answer, HttpStatusCode.Conflict, "err.document.state", first.DocumentId);
        Assert.Equal("signed", await service.StateAsync(first.DocumentId));
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
    }

    [Theory]
    [InlineData("signed")]
    [InlineData("canceled")]
    [InlineData("errorsendinfo")]
    public async Task Create_ChangeState_BringsBackToSign(string state)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["sendInfoURL"] = state == "errorsendinfo" ? "http://127.0.0.1:1/" : null;
        Registered first = await service.CreateAsync(request);
        await (state == "canceled" ? service.CancelAsync(first) : service.SignAsync(first));
        await service.DeliveredAsync();
        Assert.Equal(state, await service.StateAsync(first.DocumentId));

        await service.CreateAsync(DokumentService.NextRound(first.DocumentId));

        Assert.Equal("tosign", await service.StateAsync(first.DocumentId));
    }

    public static TheoryData<string, string> BadMembers => new()
    {
        { "\"id\": \"x\"", "exclude each other" },
        { "\"signatureRequestId\": \"off\"", "multipart" },
        { "\"signatureRequestId\": \"a/b\"", "signatureRequestId" },
        { "\"signatureRequestId\": \"\"", "signatureRequestId" },
        { "\"signatureRequestId\": 5", "signatureRequestId must be a string" },
        { "\"changeState\": \"signed\"", "changeState must be tosign" },
        { "\"resulturl\": \"done\"", "resulturl is not a valid URL" },
        { "\"sendInfoURL\": \"ftp://example.com\"", "sendInfoURL is not a valid URL" },
        { "\"allowedFields\": []", "allowedFields must be an object" },
        { "\"allowedFields\": {\"SIGNATURE\": 1}", "allowedFields.SIGNATURE" },
        { "\"allowedFields\": {\"SIGNATURE\": [1]}", "allowedFields.SIGNATURE" },
        { "\"fieldConfig\": {}", "fieldConfig must be an array" },
        { "\"fieldConfig\": [{\"value\": \"x\"}]", "fieldConfig[0].name is missing" },
        { "\"fieldConfig\": [{\"name\": \"x\", \"readOnly\": \"yes\"}]", "fieldConfig[0].readOnly must be true or false" },
        { "\"ignoreRequired\": \"TEXT\"", "ignoreRequired must be an array" },
        { "\"fieldsBeforeSigning\": \"burn\"", "fieldsBeforeSigning" },
        { "\"expirationTime\": \"soon\"", "expirationTime must be the digits" },
        { "\"expirationTime\": -1", "expirationTime must be the digits" },
        { "\"expirationTime\": \"99999999999999999\"", "expirationTime must be the digits" },
        { "\"expirationTime\": true", "expirationTime must be the digits" },
        { "\"expirationTime\": \"1\"", "in the future" },
        { "\"rules\": []", "rules must be an object or a string" },
        { "\"rules\": {\"signAnywhereEnabled\": \"yes\"}", "rules.signAnywhereEnabled must be true or false" },
        { "\"rules\": {\"emailTo\": \"a@example.com\"}", "rules.emailFrom is compulsory with emailTo" },
        { "\"rules\": {\"emailFrom\": \"nobody\"}", "rules.emailFrom is not an e-mail address" },
        { "\"rules\": {\"emailFinal\": \"a@example.com,b\"}", "rules.emailFinal" },
        { "\"rules\": {\"lang\": \"de\"}", "rules.lang must be one of" },
        { "\"rules\": {\"openOtpPhone\": \"0900\"}", "rules.openOtpPhone is not a telephone number" },
        { "\"rules\": {\"guiSignerName\": \"12345678901234567890123456789012345678901\"}", "longer than 40" },
        { "\"rules\": \"emailTo-a@example.com\"", "rules.emailFrom is compulsory" },
    };

    [Theory]
    [MemberData(nameof(BadMembers))]
    public async Task Create_BadMember_Is400AndChangesNothing(string member, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        string body = $"{{{member}, {DokumentService.NewRequest().ToJsonString()[1..]}";

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, DokumentService.Json(body));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, Invalid, problem);
        await AssertNothingHappenedAsync(service);
    }

    public static TheoryData<string, string, string> BadFiles => new()
    {
        { """{}""", Invalid, "a file or id is missing" },
        { """{"filedata": "x"}""", Invalid, "filedata must be an object" },
        { """{"filedata": {}}""", Invalid, "content is missing" },
        { """{"filedata": {"content": ""}}""", Invalid, "content is empty" },
        { """{"filedata": {"content": 5}}""", Invalid, "content must be a string" },
        { """{"filedata": {"content": "JVBERi0x!"}}""", Invalid, "is not base64" },
        { """{"filedata": {"content": "JVBE Ri0x"}}""", Invalid, "is not base64" },
        { """{"filedata": {"content": "JVBERi0x\n"}}""", Invalid, "is not base64" },
        { """{"filedata": {"content": "JVBERi0"}}""", Invalid, "is not base64" },
        { """{"filedata": {"content": "JVBE-_0x"}}""", Invalid, "is not base64" },
        { """{"filedata": {"content": "data:application/pdf;base64,JVBERi0x"}}""", Invalid, "is not base64" },
        { """{"filedata": {"content": "JVBERi0xLjcK"}}""", Invalid, "The PDF is damaged" },
        { """{"filedata": {"content": "aGVsbG8="}}""", Invalid, "The content is not that of a .pdf file" },
        { """{"filedata": {"content": "aGVsbG8=", "filename": "a.docx"}}""", Invalid, "The content is not that of a .docx file" },
        { """{"filedata": {"content": "UEsDBA==", "filename": "a.xlsx"}}""", "err.conversion.not.supported", ".xlsx" },
        { """{"filedata": {"content": "UEsDBA==", "filename": "a.XLS"}}""", "err.conversion.not.supported", ".XLS" },
        { """{"filedata": {"content": "JVBERi0xLjcK", "filename": "../a.pdf"}}""", Invalid, "must not have a path" },
        { """{"filedata": {"content": "JVBERi0xLjcK", "filename": ""}}""", Invalid, "The file name is empty" },
        { """{"filedata": {"content": "JVBERi0xLjcK", "state": "signed"}}""", Invalid, "state must be one of" },
        { """{"Filedata": {"content": "JVBERi0xLjcK"}}""", Invalid, "a file or id is missing" },
        { """[]""", Invalid, "must be a JSON object" },
        { """{"filedata": """, Invalid, "not valid JSON" },
        { """{"id": "\ud800"}""", Invalid, "not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Create_BadBody_Is400AndChangesNothing(string body, string message, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, DokumentService.Json(body));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, message, problem);
        await AssertNothingHappenedAsync(service);
    }

    [Fact]
    public async Task Create_NotJson_Is400()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        using var form = new FormUrlEncodedContent([]);

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, form);

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, Invalid, "content-type");
    }

    [Fact]
    public async Task Create_FileOfTheLargestSize_IsAcceptedHoweverItsBase64IsEscaped()
    {
        byte[] pdf = Padded(10 * 1024 * 1024);
        await using DokumentService service = await DokumentService.StartAsync();
        string body = DokumentService.NewRequest(pdf).ToJsonString().Replace("/", "\\/", StringComparison.Ordinal);

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, DokumentService.Json(body));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Create_FileOneByteTooLarge_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.TryCreateAsync(DokumentService.NewRequest(Padded((10 * 1024 * 1024) + 1)));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, "err.file.too.large", "10485760");
        await AssertNothingHappenedAsync(service);
    }

    [Fact]
    public async Task Create_BodyWithoutEnd_IsRefusedBeforeItIsRead()
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.MaxDocumentSize = 1000);
        string body = $"{{\"filedata\": {{\"content\": \"{new string('A', 3_000_000)}\"}}}}";

        Answer answer = await service.SendAsync(HttpMethod.Post, Path, DokumentService.Json(body));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, Invalid, "larger than");
    }

    [Fact]
    public async Task Create_EncryptedPdf_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.TryCreateAsync(DokumentService.NewRequest(EncryptedPdf.NeedingAPassword()));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, Invalid, "encrypted");
    }

    [Fact]
    public async Task Create_WordFile_IsConvertedAndThenSearchedForTags()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] word = TestDocx.WithParagraphs("Lease", "Tenant _SC1_");

        Registered registered = await service.CreateAsync(DokumentService.NewRequest(word, "tags", "lease.docx"));
        await service.SignAsync(registered, new DocumentSigningScript { Signatures = ["_SC1_"], SignerName = "Eva Nova" });

        Assert.Contains("Eva Nova", await service.WordsAsync(registered.DocumentId), StringComparison.Ordinal);
        Answer info = await service.GetAsync($"JSON/document/metadata/{registered.DocumentId}");
        Assert.Equal("lease.pdf", info.Json.GetProperty("filename").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_ExpirationTime_IsWhenTheRequestEnds(bool asText)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        long moment = service.Time.GetUtcNow().AddDays(10).ToUnixTimeMilliseconds();
        JsonObject request = DokumentService.NewRequest();
        request["expirationTime"] = asText ? moment.ToString(CultureInfo.InvariantCulture) : moment;
        Registered registered = await service.CreateAsync(request);

        service.Time.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Found, (await service.GetAsync(registered.Url.AbsoluteUri)).StatusCode);
        service.Time.Advance(TimeSpan.FromSeconds(2));

        DokumentService.AssertRefused(
            await service.GetAsync(registered.Url.AbsoluteUri), HttpStatusCode.BadRequest, "err.signature.request.expired", registered.Id);
    }

    [Fact]
    public async Task Create_WithoutExpirationTime_EndsAfterADay()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        service.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Found, (await service.GetAsync(registered.Url.AbsoluteUri)).StatusCode);
        service.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.BadRequest, (await service.GetAsync(registered.Url.AbsoluteUri)).StatusCode);
        Assert.Equal("The signature request has expired.", (await service.RefusedAsync(registered)).Message);
    }

    [Fact]
    public async Task Create_MoreThanTenDaysAhead_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["expirationTime"] = service.Time.GetUtcNow().AddDays(10).ToUnixTimeMilliseconds() + 1;

        DokumentService.AssertRefused(await service.TryCreateAsync(request), HttpStatusCode.BadRequest, Invalid, "at most 10 days");
    }

    [Fact]
    public async Task Create_WideEnvelope_HasTheOtherMembersInSuccessAndFailure()
    {
        await using DokumentService service = await DokumentService.StartAsync(options =>
        {
            options.Variants.WideEnvelope = true;
            options.Variants.DocumentIdInCreateAnswer = false;
        });

        Answer ok = await service.TryCreateAsync(DokumentService.NewRequest());
        Answer refused = await service.TryCreateAsync(DokumentService.NextRound("nothing"));

        Assert.False(ok.Json.TryGetProperty("documentId", out _));
        Assert.Equal("SUCCESS", ok.Json.GetProperty("code").GetString());
        Assert.Equal(200, ok.Json.GetProperty("statusCode").GetInt32());
        Assert.True(ok.Json.GetProperty("success").GetBoolean());
        Assert.Equal("ERROR", refused.Json.GetProperty("code").GetString());
        Assert.Equal(404, refused.Json.GetProperty("statusCode").GetInt32());
        Assert.False(refused.Json.GetProperty("success").GetBoolean());
    }

    private static async Task AssertNothingHappenedAsync(DokumentService service)
    {
        Assert.Equal(100, service.Service.AvailableSignatureRequests);
        Assert.Equal(0, (await service.GetAsync("JSON/list/flat")).Json.GetArrayLength());
    }

    // Space in the page's content is no content.
    private static byte[] Padded(int length)
    {
        const string MediaBox = "/MediaBox[0 0 595 842]";
        int overhead = TestPdf.Raw(MediaBox, new string(' ', 9_000_000)).Length - 9_000_000;
        byte[] pdf = TestPdf.Raw(MediaBox, new string(' ', length - overhead - 2));
        pdf = TestPdf.Raw(MediaBox, new string(' ', length - overhead - (pdf.Length - length) - 2));
        Assert.Equal(length, pdf.Length);
        return pdf;
    }
}

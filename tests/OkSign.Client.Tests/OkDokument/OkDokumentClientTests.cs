using System.Net;
using System.Text.Json.Nodes;
using NSubstitute;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument;

public sealed class OkDokumentClientTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();

    public static TheoryData<string> OddIds => ["a/b", "a?b=c", "a#b", "a%2Fb", "..a", "{documentId}", "a\\b", "a;b=1", "%", "+", "~", "..%2f.."];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Create_KeyOnly_HasEveryResource()
    {
        using var client = OkDokumentClient.Create(Dokument.ApiKey);

        Assert.NotNull(client.SignatureRequests);
        Assert.NotNull(client.Documents);
        Assert.NotNull(client.Usage);
        Assert.NotNull(client.Raw);
    }

    [Fact]
    public void Create_NoKey_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("key", static () => OkDokumentClient.Create(null!));
        Assert.Throws<ArgumentException>(static () => OkDokumentClient.Create(Dokument.ApiKey, static options => options.Credentials = null));
    }

    [Fact]
    public void Create_BadSettings_TellsAllWithoutTheKey()
    {
        var exception = Assert.Throws<ArgumentException>(static () => OkDokumentClient.Create(Dokument.ApiKey, static options =>
        {
            options.BaseAddress = new Uri("http://dokument.example/");
            options.Host = (OkDokumentHost)7;
            options.Wire.FinalRecipientSeparator = "";
        }));

        Assert.All(["BaseAddress:", "Host:", "Wire:FinalRecipientSeparator:"], problem => Assert.Contains(problem, exception.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(Dokument.ApiKeyText, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NetworkThatFollowsRedirects_IsRefused()
    {
        using var network = new HttpClientHandler();

        Assert.Throws<ArgumentException>(() => OkDokumentClient.Create(Dokument.ApiKey, network: network));
    }

    [Theory]
    [InlineData(OkDokumentHost.Production, "api.okdokument.com")]
    [InlineData(OkDokumentHost.Test, "apidev.okdokument.com")]
    public async Task Call_Host_IsWhereItGoes(OkDokumentHost host, string expected)
    {
        _network.Answers("{}");
        using var client = OkDokumentClient.Create(Dokument.ApiKey, options => options.Host = host, _network);

        await client.Usage.RetrieveAsync(Cancel);

        Assert.Equal($"https://{expected}/JSON/counter", _network.Requests[0].Address.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(OddIds))]
    public async Task Call_OddId_StaysOneSegmentOfThePath(string text)
    {
        string escaped = Uri.EscapeDataString(text);
        string done = Dokument.Done("msg.deleted", "x");
        _network.Answers(Dokument.Info("signed")).Answers(done).Answers(done).Answers(done).Redirects(Dokument.ViewerUrlText);
        using OkDokumentClient client = TestOkDokument.Over(_network);

        await client.Documents.RetrieveInfoAsync(new StoredDocumentId(text), Cancel);
        await client.Documents.DeleteAsync(new StoredDocumentId(text), Cancel);
        await client.SignatureRequests.DeleteAsync(new SignatureRequestId(text), Cancel);
        await client.SignatureRequests.SetCallbackAsync(new SignatureRequestId(text), Dokument.SendInfoUrl, Cancel);
        await client.SignatureRequests.FindAsync(new SignatureRequestId(text), Cancel);

        Assert.Equal(
            [$"/JSON/document/metadata/{escaped}", $"/JSON/document/{escaped}", $"/JSON/signatureRequest/{escaped}", $"/JSON/signatureRequest/{escaped}", $"/openDocument/{escaped}"],
            _network.Requests.Select(static request => request.Address.PathAndQuery));
    }

    [Fact]
    public async Task Info_UnderTwoPaths_KeepsTheOneThatAnswers()
    {
        _network.Answers("", HttpStatusCode.NotFound).Answers(Dokument.Info("tosign")).Answers(Dokument.Info("signed"));
        using OkDokumentClient client = TestOkDokument.Over(
            _network,
            configure: static options => options.Wire.Operations["OkDokument.DocumentInfo"] = new WireForm { FallbackPath = "/v2/{documentId}/info" });

        await client.Documents.RetrieveInfoAsync(new StoredDocumentId("a/1"), Cancel);
        await client.Documents.RetrieveInfoAsync(new StoredDocumentId("b/2"), Cancel);

        Assert.Equal(["/JSON/document/metadata/a%2F1", "/v2/a%2F1/info", "/v2/b%2F2/info"], _network.Requests.Select(static request => request.Address.PathAndQuery));
    }

    [Fact]
    public async Task Delete_GoneAfterALostAnswer_IsDone()
    {
        _network
            .Fails(new IOException("Reset.")).Answers(Dokument.Refused("err.not.found"), HttpStatusCode.NotFound)
            .Fails(new IOException("Reset.")).Answers(Dokument.Refused("err.signature.request.not.exist"), HttpStatusCode.BadRequest);
        using OkDokumentClient client = TestOkDokument.Over(_network, _clock);

        await _clock.RunAsync(client.Documents.DeleteAsync(Dokument.DocumentId, Cancel));
        await _clock.RunAsync(client.SignatureRequests.DeleteAsync(Dokument.RequestId, Cancel));

        Assert.Equal(4, _network.Requests.Count);
    }

    [Fact]
    public async Task Create_TooManyCalls_IsSentOnceMore()
    {
        _network.Answers((HttpStatusCode)429).Answers(Dokument.Created());
        using OkDokumentClient client = TestOkDokument.Over(_network, _clock);

        await _clock.RunAsync(client.SignatureRequests.CreateAsync(Sample.File(), cancellationToken: Cancel));

        Assert.Equal(_network.Requests[0].Text, _network.Requests[1].Text);
    }

    [Fact]
    public async Task Create_TooManyCallsAndAStreamThatOnlyGoesForward_IsNotSentAgain()
    {
        _network.Answers((HttpStatusCode)429);
        using OkDokumentClient client = TestOkDokument.Over(_network, _clock);
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf()), "a.pdf", 200);

        var exception = await Assert.ThrowsAsync<OkSignRateLimitException>(() => _clock.RunAsync(client.SignatureRequests.CreateAsync(file, cancellationToken: Cancel)));

        Assert.Equal(1, exception.Attempts);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Create_AnswerLost_IsNotSentAgain(int status)
    {
        _network.Answers((HttpStatusCode)status);
        using OkDokumentClient client = TestOkDokument.Over(_network, _clock);

        await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.SignatureRequests.CreateAsync(Sample.File(), cancellationToken: Cancel)));

        Assert.Single(_network.Requests);
    }

    [Theory]
    [InlineData("\",\"content\":\"x.pdf")]
    [InlineData("}{ \"id\": \"x\" } č €.pdf")]
    [InlineData("+&<>'.pdf")]
    public async Task Upload_NameThatLooksLikeJson_IsText(string name)
    {
        _network.Answers(Dokument.Done("msg.document.uploaded", "a"));
        using OkDokumentClient client = TestOkDokument.Over(_network);

        await client.Documents.UploadAsync(OkSignFile.FromBytes(Sample.Pdf(), name), cancellationToken: Cancel);

        JsonNode sent = JsonNode.Parse(_network.Requests[0].Text)!;
        Assert.Equal((name, Convert.ToBase64String(Sample.Pdf())), ((string?)sent["filename"], (string?)sent["file"]!["content"]));
        Assert.Equal($"{_network.Requests[0].Body.Length}", _network.Requests[0].Headers["content-length"]);
    }

    [Fact]
    public async Task Upload_WithItsMemberRenamed_HasTheOtherName()
    {
        _network.Answers(Dokument.Done("msg.document.uploaded", "a"));
        using OkDokumentClient client = TestOkDokument.Over(
            _network,
            configure: static options => options.Wire.Operations["OkDokument.UploadDocument"].RequestMembers["content"] = "$content");

        await client.Documents.UploadAsync(OkSignFile.FromBytes(Sample.Pdf(), "content.pdf"), cancellationToken: Cancel);

        JsonNode sent = JsonNode.Parse(_network.Requests[0].Text)!;
        Assert.Equal(("content.pdf", Convert.ToBase64String(Sample.Pdf())), ((string?)sent["filename"], (string?)sent["file"]!["$content"]));
        Assert.Equal($"{_network.Requests[0].Body.Length}", _network.Requests[0].Headers["content-length"]);
    }

    [Fact]
    public async Task Update_WithOneAddressAndMore_SendsThoseOnly()
    {
        _network.Answers(Dokument.Done("msg.updated", Dokument.RequestIdText));
        using OkDokumentClient client = TestOkDokument.Over(
            _network,
            configure: static options => options.Wire.Operations["OkDokument.UpdateSignatureRequest"].RequestMembers["sendInfoURL"] = "sendInfoUrl");
        var update = new SignatureRequestUpdate
        {
            SendInfoUrl = Dokument.SendInfoUrl,
            AdditionalMembers = new Dictionary<string, System.Text.Json.JsonElement> { ["expirationTime"] = System.Text.Json.JsonElement.Parse("\"1\"") },
        };

        await client.SignatureRequests.UpdateAsync(Dokument.RequestId, update, Cancel);

        WireJson.AssertSame(
            $$"""{ "signatureRequestId": "{{Dokument.RequestIdText}}", "sendInfoUrl": "{{Dokument.SendInfoUrl}}", "expirationTime": "1" }""",
            _network.Requests[0].Text);
    }

    [Fact]
    public async Task List_OfAState_AsksForIt()
    {
        _network.Answers("[]");
        using OkDokumentClient client = TestOkDokument.Over(_network);

        await client.Documents.ListAsync(new StoredDocumentState("a&b"), Cancel);

        Assert.Equal("?state=a%26b", _network.Requests[0].Address.Query);
    }

    [Fact]
    public async Task Create_ExpirationTime_GoesAsTextOfMilliseconds()
    {
        _network.Answers(Dokument.Created());
        using OkDokumentClient client = TestOkDokument.Over(_network, _clock);
        var settings = new SignatureRequestSettings { ExpirationTime = new DateTimeOffset(2026, 3, 2, 12, 0, 0, 123, TimeSpan.FromHours(1)) };

        await client.SignatureRequests.CreateForStoredAsync(Dokument.DocumentId, settings, Cancel);

        Assert.Equal("1772449200123", (string?)JsonNode.Parse(_network.Requests[0].Text)!["expirationTime"]);
    }

    [Fact]
    public async Task Refusal_OfTheService_TellsCodeAndReasonAndThatNothingWasDone()
    {
        _network.Answers(Dokument.Refused("err.file.odd", "see https://dokument.example/openDocument/1 or anna@example.com"), HttpStatusCode.BadRequest);
        using OkDokumentClient client = TestOkDokument.Over(_network);

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(() => client.Usage.RetrieveAsync(Cancel));

        Assert.Equal(("err.file.odd", false, HttpStatusCode.BadRequest), (exception.Code, exception.MayHaveReachedService, exception.StatusCode!.Value));
        Assert.Equal("err.file.odd", exception.Reasons[0]);
        Assert.StartsWith("OkDokument.Counter was refused: err.file.odd: see ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("openDocument", $"{exception} {exception.ResponseBody} {exception.Reasons[1]}", StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", $"{exception} {exception.ResponseBody} {exception.Reasons[1]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task Refusal_CodeOfSomeLength_IsTakenUpToTheLimit(int length, bool isTaken)
    {
        string code = string.Concat(Enumerable.Repeat("a.", 51))[..length];
        _network.Answers(Dokument.Refused(code), HttpStatusCode.BadRequest);
        using OkDokumentClient client = TestOkDokument.Over(_network);

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(() => client.Usage.RetrieveAsync(Cancel));

        Assert.Equal(isTaken ? code : null, exception.Code);
    }

    [Fact]
    public async Task Refusal_CodeThatIsAnId_IsNotTaken()
    {
        // Who has an id can open the document.
        _network.Answers(Dokument.Refused(new string('a', 39)), HttpStatusCode.BadRequest);
        using OkDokumentClient client = TestOkDokument.Over(_network);

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(() => client.Usage.RetrieveAsync(Cancel));

        Assert.Null(exception.Code);
        Assert.Equal(["[id]"], exception.Reasons);
    }

    [Fact]
    public async Task Raw_AnyRequest_GoesWithTheKey()
    {
        _network.Answers("{}");
        using OkDokumentClient client = TestOkDokument.Over(_network);

        using RawResponse response = await client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/JSON/other"), Cancel);

        Assert.Equal(("/JSON/other", Dokument.ApiKeyText), (_network.Requests[0].Address.PathAndQuery, _network.Requests[0].Headers["x-api-key"]));
    }

    [Fact]
    public async Task Client_Mocked_NeedsNoNetwork()
    {
        OkDokumentClient client = Substitute.For<OkDokumentClient>();
        client.Usage.Returns(Substitute.For<OkDokumentUsageClient>());
        client.Usage.RetrieveAsync(Arg.Any<CancellationToken>()).Returns(new UsageCounters());

        Assert.NotNull(await client.Usage.RetrieveAsync(Cancel));
    }
}

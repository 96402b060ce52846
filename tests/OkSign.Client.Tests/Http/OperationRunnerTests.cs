using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OkSign.Client.Tests;

public sealed class OperationRunnerTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> NotTheServicesJson =>
    [
        "",
        " ",
        "OK",
        "null",
        "[]",
        "{",
        "{}",
        """{"status":"OK" """,
        """{"status":"OK","reason":{"filename":"a""",
        """{"status":"OK","reason":{}} trailing""",
        """{"status":"MAYBE","reason":{}}""",
        """{"status":1,"reason":{}}""",
        """{"reason":{"filename":"a.pdf"}}""",
        """{"filename":"a.pdf"}""",
        "<html><body>Bad gateway</body></html>",
    ];

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task Read_Ok_GivesTheResult()
    {
        _network.Answers(Sample.Ok("""{ "filename": "a.pdf", "template": false }"""));

        DocumentInfo? info = await ExistsAsync();

        Assert.Equal("a.pdf", info!.FileName);
        Assert.All(_network.Responses, static response => Assert.True(response.IsDisposed));
    }

    [Theory]
    [InlineData(Sample.Token)]
    [InlineData("https://sign.example/secret")]
    public async Task Read_SecretForANameWhereTheFormIsWrong_IsNotTold(string name)
    {
        _network.AnswersReason($$"""{ "{{name}}": {{new string('[', 40)}}{{new string(']', 40)}} }""");

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);

        Assert.DoesNotContain(name, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_VeryLongNameWhereTheFormIsWrong_IsCutInTheMessage()
    {
        _network.AnswersReason($$"""{ "{{new string('a', 1_000_000)}}": {{new string('[', 40)}}{{new string(']', 40)}} }""");

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);

        Assert.InRange(exception.ToString().Length, 0, 20_000);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    public async Task Read_OkOfAnotherMediaType_GivesTheResult(string mediaType)
    {
        _network.Answers(Sample.Ok("""{ "filename": "a.pdf" }"""), mediaType: mediaType);

        Assert.Equal("a.pdf", (await ExistsAsync())!.FileName);
    }

    [Fact]
    public async Task Read_AnswerInSmallPieces_GivesTheResult()
    {
        var body = new ScriptedStream();
        foreach (byte one in Encoding.UTF8.GetBytes(Sample.Ok("""{ "filename": "a.pdf" }""")))
        {
            body.Gives(one);
        }

        _network.Answers(body);

        Assert.Equal("a.pdf", (await ExistsAsync())!.FileName);
    }

    [Fact]
    public async Task Read_LongAnswer_GivesTheResult()
    {
        string name = new('x', 100_000);
        _network.Answers(Sample.Ok($$"""{ "filename": "{{name}}" }"""));

        Assert.Equal(name, (await ExistsAsync())!.FileName);
    }

    [Theory]
    [MemberData(nameof(NotTheServicesJson))]
    public async Task Read_NotTheServicesJson_IsUnexpectedContent(string body)
    {
        _network.Answers(body);

        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);

        Assert.Equal("Document.exists", exception.Operation);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(body, exception.ResponseBody);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("{\"filename\":{}}")]
    public async Task Read_ResultOfAnotherForm_IsUnexpectedContent(string reason)
    {
        _network.Answers(Sample.Ok(reason));

        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);

        Assert.Contains("the result does not have the form that is known", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public async Task Read_AnswerAboveTheLimit_IsUnexpectedContentWithAnExcerpt()
    {
        _network.Answers(Encoding.UTF8.GetBytes("{\"status\":\"OK\",\"reason\":\"" + new string('x', AnswerBuffer.MaxJsonLength) + "\"}"));

        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);

        Assert.Contains("longer than 16777216 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2048, exception.ResponseBody!.Length);
    }

    [Fact]
    public async Task Read_EndlessAnswer_IsReadNoFurtherThanTheLimit()
    {
        byte[] megabyte = new byte[1024 * 1024];
        var body = new ScriptedStream();
        for (int time = 0; time < 17; time++)
        {
            body.Gives(megabyte);
        }

        _network.Answers(body.Breaks(new NotSupportedException("read too far")));

        await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Read_CredentialsRefused_IsAuthentication(int status)
    {
        _network.Answers("<html>no</html>", (HttpStatusCode)status);

        var exception = await Assert.ThrowsAsync<OkSignAuthenticationException>(ExistsAsync);

        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal("<html>no</html>", exception.ResponseBody);
    }

    [Fact]
    public async Task Read_TooManyCallsWithDate_TellsHowLongToWait()
    {
        _network.Answers(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(_clock.GetUtcNow().AddMinutes(3)));

        var exception = await Assert.ThrowsAsync<OkSignRateLimitException>(ExistsAsync);

        Assert.Equal(TimeSpan.FromMinutes(3), exception.RetryAfter);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task Read_TooManyCallsWithSeconds_TellsHowLongToWait()
    {
        _network.Answers(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(180)));

        Assert.Equal(TimeSpan.FromMinutes(3), (await Assert.ThrowsAsync<OkSignRateLimitException>(ExistsAsync)).RetryAfter);
    }

    [Fact]
    public async Task Read_TooManyCallsAgainAndAgain_CountsTheAttempts()
    {
        _network.AnswersTimes(4, HttpStatusCode.TooManyRequests);

        var exception = await Assert.ThrowsAsync<OkSignRateLimitException>(ExistsAsync);

        Assert.Equal(4, exception.Attempts);
        Assert.Null(exception.RetryAfter);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Read_ServerThatKeepsFailing_IsTransport(int status)
    {
        _network.AnswersTimes(4, (HttpStatusCode)status);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(ExistsAsync);

        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.Equal(4, exception.Attempts);
        Assert.True(exception.MayHaveReachedService);
        Assert.Equal("", exception.ResponseBody);
    }

    [Fact]
    public async Task Read_ServerErrorThatIsNotRepeated_IsTransport()
    {
        _network.Answers("<html>x</html>", HttpStatusCode.NotImplemented);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(ExistsAsync);

        Assert.Equal(1, exception.Attempts);
    }

    [Theory]
    [InlineData(302, "<html>moved</html>")]
    [InlineData(400, "bad")]
    [InlineData(404, "<html>not found</html>")]
    [InlineData(404, "")]
    [InlineData(413, "<html>too large</html>")]
    [InlineData(404, """{"status":"OK","reason":{"filename":"a.pdf"}}""")]
    public async Task Read_OtherStatusWithoutAFailure_IsUnexpectedContent(int status, string body)
    {
        _network.Answers(body, (HttpStatusCode)status);

        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);

        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.Contains($"HTTP {status}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(404)]
    public async Task Read_FailedWithAnyStatus_IsRejected(int status)
    {
        _network.Answers(Sample.Failed("\"no\""), (HttpStatusCode)status);

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(ExistsAsync);

        Assert.Equal(["no"], exception.Reasons);
        Assert.Equal(status, (int)exception.StatusCode!);
    }

    [Theory]
    [InlineData("\"wrong page\"", "wrong page")]
    [InlineData("[\"a\",\"b\"]", "a", "b")]
    [InlineData("{\"code\":7}", "{\"code\":7}")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"", "\"\\ud800\"")]
    public async Task Read_FailedReasonOfAnyForm_IsRejectedWithTheReasons(string reason, params string[] expected)
    {
        _network.Answers(Sample.Failed(reason));

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(ExistsAsync);

        Assert.Equal(expected, exception.Reasons);
        Assert.Equal("Document.exists", exception.Operation);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(Sample.Failed(reason), exception.ResponseBody);
    }

    [Fact]
    public async Task Read_FailedReasonThatIsNoUtf8_IsAChildOfTheFamily()
    {
        byte[] body = Encoding.UTF8.GetBytes(Sample.Failed("\"caf?\""));
        body[Array.IndexOf(body, (byte)'?')] = 0xE9;
        _network.Answers(body);

        await Assert.ThrowsAnyAsync<OkSignException>(ExistsAsync);
    }

    [Fact]
    public async Task Read_LoneSurrogateInAMembersName_IsAChildOfTheFamily()
    {
        _network.Answers("""{"\ud800":1,"status":"FAILED","reason":"no"}""");

        await Assert.ThrowsAnyAsync<OkSignException>(ExistsAsync);
    }

    [Fact]
    public async Task Read_FailureThatRepeatsSecrets_HidesThem()
    {
        _network.Answers(Sample.Failed($$"""["key {{Sample.KeyText}}", "link https:\/\/x.example\/s", "mail a@b.example", "+32470000001"]"""));

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(ExistsAsync);

        Assert.Equal(["key [credentials]", "link [link]", "mail [e-mail]", "[phone]"], exception.Reasons);
        foreach (string secret in new[] { Sample.Token, "x.example", "a@b", "32470" })
        {
            Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, exception.ResponseBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Read_LongFailure_IsCutInTheException()
    {
        _network.Answers("<p>" + new string('x', 10_000));

        Assert.Equal(2048, (await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync)).ResponseBody!.Length);
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(4096)]
    [InlineData(8192)]
    [InlineData(16384)]
    public async Task Read_SecretOnTheEdgeOfTheExcerpt_IsNotShownInPart(int edge)
    {
        // The link shrinks to a word, which draws what stands behind it into what is shown.
        string start = $"<p>https://x.example/{new string('a', edge - 500)} ";
        string filler = new(' ', edge - start.Length - 12);
        _network.Answers($"{start}{filler}{Sample.Token}</p>{new string('b', edge)}");

        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(ExistsAsync);

        Assert.DoesNotContain(Sample.Token[..8], exception.ResponseBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Too soon")]
    [InlineData("TOO SOON: try again")]
    public async Task Execute_TooSoon_IsTooSoon(string reason)
    {
        _network.Answers(Sample.Failed($"\"{reason}\""));
        using OkSignClient client = TestClient.Over(_network, _clock, static options => options.Retry.MaxRetries = 0);

        var exception = await Assert.ThrowsAsync<OkSignTooSoonException>(() => client.Documents.RemoveAsync(Sample.SourceId, Cancel));

        Assert.Equal("Document.remove", exception.Operation);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"anything\"")]
    [InlineData("null")]
    [InlineData("{\"a\":1}")]
    public async Task Execute_OkWithAnyReason_IsDone(string reason)
    {
        _network.Answers(Sample.Ok(reason));
        using OkSignClient client = Client();

        await client.Documents.RemoveAsync(Sample.SourceId, Cancel);

        Assert.Equal(HttpMethod.Delete, _network.Requests[0].Method);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task List_Nothing_IsEmpty(string reason)
    {
        _network.Answers(Sample.Ok(reason));
        using OkSignClient client = Client();

        Assert.Empty(await client.Users.RetrieveAsync(Cancel));
    }

    [Fact]
    public async Task List_ReasonMissing_IsEmpty()
    {
        _network.Answers("""{"status":"OK"}""");
        using OkSignClient client = Client();

        Assert.Empty(await client.Users.RetrieveAsync(Cancel));
    }

    [Fact]
    public async Task List_Elements_AreGiven()
    {
        _network.Answers(Sample.Ok("""[{"name":"Anna"},{"name":"Bert","language":""}]"""));
        using OkSignClient client = Client();

        Assert.Equal(["Anna", "Bert"], (await client.Users.RetrieveAsync(Cancel)).Select(static user => user.Name));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public async Task ReadOrNull_Nothing_IsNull(string reason)
    {
        _network.Answers(Sample.Ok(reason));
        using OkSignClient client = Client();

        Assert.Null(await client.Documents.RetrieveLinkedAsync(Sample.SourceId, Cancel));
    }

    [Theory]
    [InlineData("""{"status":"OK","reason":{"quantity":12.5}}""")]
    [InlineData("""{"quantity":12.5}""")]
    [InlineData("\ufeff{\"quantity\":12.5}")]
    public async Task Read_ResultThatMayLackTheEnvelope_IsReadInBothForms(string body)
    {
        _network.Answers(body);
        using OkSignClient client = Client();

        Assert.Equal(12.5m, (await client.Credits.RetrieveAsync(Cancel)).Quantity);
    }

    [Theory]
    [InlineData(404, """{"quantity":12.5}""")]
    [InlineData(200, """{"status":"SOON","quantity":12.5}""")]
    [InlineData(200, """{"amount":12.5}""")]
    [InlineData(200, "{}")]
    public async Task Read_NoResultWithoutEnvelope_IsUnexpectedContent(int status, string body)
    {
        _network.Answers(body, (HttpStatusCode)status);
        using OkSignClient client = Client();

        await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => client.Credits.RetrieveAsync(Cancel));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ProxyTunnelError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.InvalidResponse, true)]
    [InlineData(HttpRequestError.HttpProtocolError, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task Upload_ConnectionThatFails_TellsWhetherItMayHaveArrived(HttpRequestError error, bool expected)
    {
        var cause = new HttpRequestException(error, "no way");
        int attempts = expected ? 1 : 4;
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            _network.Fails(cause);
        }

        using OkSignClient client = Client();

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Documents.UploadAsync(Sample.File(), Cancel)));

        Assert.Equal(expected, exception.MayHaveReachedService);
        Assert.Equal("Document.upload", exception.Operation);
        Assert.Equal(attempts, exception.Attempts);
        Assert.Null(exception.StatusCode);
        Assert.Null(exception.ResponseBody);
        Assert.Same(cause, exception.InnerException);
    }

    [Fact]
    public async Task Upload_NoAnswer_IsTransportThatMayHaveArrived()
    {
        _network.NeverAnswers();
        using OkSignClient client = Client();

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Documents.UploadAsync(Sample.File(), Cancel)));

        Assert.True(exception.MayHaveReachedService);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task Upload_IoException_IsTransportThatMayHaveArrived()
    {
        _network.Fails(new IOException("broken pipe"));
        using OkSignClient client = Client();

        Assert.True((await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Documents.UploadAsync(Sample.File(), Cancel)))).MayHaveReachedService);
    }

    [Fact]
    public async Task Upload_ServerError_IsNotRepeated()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable);
        using OkSignClient client = Client();

        Assert.Equal(1, (await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Documents.UploadAsync(Sample.File(), Cancel)))).Attempts);
    }

    [Fact]
    public async Task Read_CancellationOfSomeoneElse_IsTransport()
    {
        for (int attempt = 0; attempt < 4; attempt++)
        {
            _network.Fails(new TaskCanceledException("a handler's own limit"));
        }

        await Assert.ThrowsAsync<OkSignTransportException>(ExistsAsync);
    }

    [Fact]
    public async Task Read_CancelledByTheCaller_IsACancellation()
    {
        _network.NeverAnswers();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using OkSignClient client = Client();
        Task<DocumentInfo?> call = client.Documents.ExistsAsync(Sample.SourceId, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Read_CancelledBeforehand_SendsNothing()
    {
        using OkSignClient client = Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Documents.ExistsAsync(Sample.SourceId, new CancellationToken(canceled: true)));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Read_CancelledWhileTheAnswerComes_IsACancellation()
    {
        _network.Answers(new ScriptedStream().Gives((byte)'{').FallsSilent());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using OkSignClient client = Client();
        Task<DocumentInfo?> call = client.Documents.ExistsAsync(Sample.SourceId, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(_network.Responses[0].IsDisposed);
    }

    [Fact]
    public async Task Read_AnswerThatBreaksOffEachTime_IsTransport()
    {
        var cause = new IOException("reset");
        for (int attempt = 0; attempt < 4; attempt++)
        {
            _network.Answers(new ScriptedStream().Gives((byte)'{').Breaks(cause));
        }

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(ExistsAsync);

        Assert.Equal((HttpStatusCode.OK, 4), (exception.StatusCode, exception.Attempts));
        Assert.Same(cause, exception.InnerException);
        Assert.All(_network.Responses, static response => Assert.True(response.IsDisposed));
    }

    [Fact]
    public async Task Read_AnswerThatBreaksOff_IsRepeatedFromItsBeginning()
    {
        _network.Answers(new ScriptedStream().Gives("""{ "status": "FAILED" """u8.ToArray()).Breaks(new IOException("reset")))
            .AnswersReason("""{ "filename": "contract.pdf" }""");

        DocumentInfo? info = await ExistsAsync();

        Assert.Equal("contract.pdf", info!.FileName);
    }

    [Fact]
    public async Task Upload_AnswerThatBreaksOff_IsNotRepeated()
    {
        _network.Answers(new ScriptedStream().Gives((byte)'{').Breaks(new IOException("reset")));
        using OkSignClient client = Client();

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Documents.UploadAsync(Sample.File(), Cancel)));

        Assert.Equal((HttpStatusCode.OK, 1, true), (exception.StatusCode, exception.Attempts, exception.MayHaveReachedService));
    }

    [Fact]
    public async Task Read_AnswerThatStandsStill_EndsWithTheIdleTime()
    {
        _network.Answers(new ScriptedStream().Gives((byte)'{').FallsSilent());
        DateTimeOffset start = _clock.GetUtcNow();
        using OkSignClient client = TestClient.Over(_network, _clock, static options => options.Retry.MaxRetries = 0);

        await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Documents.ExistsAsync(Sample.SourceId, Cancel)));

        Assert.InRange((_clock.GetUtcNow() - start).TotalSeconds, 30, 31);
    }

    [Fact]
    public async Task Read_AnswerThatNeverEnds_IsTransportAfterTheLimit()
    {
        for (int attempt = 0; attempt < 4; attempt++)
        {
            _network.Answers(new ScriptedStream().Gives((byte)'{').FallsSilent());
        }

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(ExistsAsync);

        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    private OkSignClient Client() => TestClient.Over(_network, _clock);

    private async Task<DocumentInfo?> ExistsAsync()
    {
        using OkSignClient client = Client();
        return await _clock.RunAsync(client.Documents.ExistsAsync(Sample.SourceId, Cancel));
    }
}

using System.Diagnostics;
using System.Net;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.Telemetry;

/// <summary>What listeners hear of each operation and each of its answers: these spans, measurements and tags, and no others.</summary>
[Collection(nameof(Alone))]
public sealed class OperationTelemetryTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> OperationsAndAnswers()
    {
        var data = new TheoryData<string, string>();
        foreach (Contract<OkSignClient> contract in ContractTable.All)
        {
            foreach (ContractAnswer answer in AnswersOf(contract))
            {
                data.Add(contract.Operation, answer.Name);
            }
        }

        return data;
    }

    public void Dispose() => _network.Dispose();

    [Theory]
    [MemberData(nameof(OperationsAndAnswers))]
    public async Task Call_EachAnswer_HasTheDocumentedSpansAndMeasurements(string operation, string answerName)
    {
        Contract<OkSignClient> contract = ContractTable.Of(operation);
        ContractAnswer answer = AnswersOf(contract).Single(candidate => candidate.Name == answerName);
        _network.Answers(answer.Body, (HttpStatusCode)answer.Status);
        string? failure;
        using var telemetry = new RecordedTelemetry();
        await using (OkSignClient client = TestClient.Over(_network, _clock, options => options.Retry.MaxRetries = 0))
        {
            failure = await FailureOf(() => contract.Call(client, Cancel));
        }

        if (answer.Body.AsSpan().StartsWith("%PDF-"u8))
        {
            // Of a download, only the beginning is the operation; what comes later is for the reader.
            failure = null;
        }

        telemetry.Dispose();
        Assert.Equal(2, telemetry.Spans.Count);
        AssertSpan(telemetry.Operation, contract.Operation, failure, new()
        {
            ["oksign.operation.name"] = contract.Operation,
            ["server.address"] = "service.example",
            ["server.port"] = 443,
            ["http.response.status_code"] = answer.Status,
        });
        Activity attempt = Assert.Single(telemetry.Attempts);
        AssertSpan(attempt, $"{contract.Method} {contract.Path}", answer.Status >= 400 ? $"{answer.Status}" : null, new()
        {
            ["http.request.method"] = contract.Method,
            ["url.template"] = contract.Path,
            ["server.address"] = "service.example",
            ["server.port"] = 443,
            ["http.response.status_code"] = answer.Status,
        });
        Assert.Equal(telemetry.Operation.SpanId, attempt.ParentSpanId);
        RecordedTelemetry.Measured duration = Assert.Single(telemetry.Measurements);
        Assert.Equal("oksign.client.operation.duration", duration.Instrument);
        Assert.Equivalent(RecordedTelemetry.TagsOf(telemetry.Operation), duration.Tags, strict: true);
    }

    [Fact]
    public async Task Call_WithFailedAttempts_HasOneSpanForEachAndCountsTheRetries()
    {
        _network.AnswersTimes(2, HttpStatusCode.ServiceUnavailable).Fails(new HttpRequestException(HttpRequestError.NameResolutionError)).AnswersReason("[]");

        RecordedTelemetry telemetry = await RecordAsync(client => client.Users.RetrieveAsync(Cancel));

        Assert.Equal([null, 1, 2, 3], telemetry.Attempts.Select(span => (int?)span.GetTagItem("http.request.resend_count")));
        Assert.Equal(["503", "503", "name_resolution_error", null], telemetry.Attempts.Select(span => span.GetTagItem("error.type")));
        Assert.Equal([503, 503, null, 200], telemetry.Attempts.Select(span => (int?)span.GetTagItem("http.response.status_code")));
        Assert.All(telemetry.Attempts, span => Assert.Equal(telemetry.Operation.SpanId, span.ParentSpanId));
        Assert.Equal(ActivityStatusCode.Unset, telemetry.Operation.Status);
        IReadOnlyList<RecordedTelemetry.Measured> retries = telemetry.MeasurementsOf("oksign.client.retries");
        Assert.All(retries, retry => Assert.Equal((1, "Users.retrieve", 2), (retry.Value, retry.Tags["oksign.operation.name"], retry.Tags.Count)));
        Assert.Equal(["503", "503", "name_resolution_error"], retries.Select(retry => retry.Tags["error.type"]));
        RecordedTelemetry.Measured duration = Assert.Single(telemetry.MeasurementsOf("oksign.client.operation.duration"));
        Assert.True(duration.Value >= 1, "The pauses count.");
        Assert.False(duration.Tags.ContainsKey("error.type"));
    }

    [Fact]
    public async Task Remove_TooSoonAtFirst_IsARetryForThatReason()
    {
        _network.AnswersFailure("\"Too soon\"").AnswersReason("\"\"");

        RecordedTelemetry telemetry = await RecordAsync(client => client.Documents.RemoveAsync(Sample.SourceId, Cancel));

        RecordedTelemetry.Measured retry = Assert.Single(telemetry.MeasurementsOf("oksign.client.retries"));
        Assert.Equal("OkSign.Client.OkSignTooSoonException", retry.Tags["error.type"]);
        Assert.Equal(2, telemetry.Attempts.Count);
        Assert.All(telemetry.Spans, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "name_resolution_error")]
    [InlineData(HttpRequestError.ConnectionError, "connection_error")]
    [InlineData(HttpRequestError.SecureConnectionError, "secure_connection_error")]
    [InlineData(HttpRequestError.HttpProtocolError, "http_protocol_error")]
    [InlineData(HttpRequestError.VersionNegotiationError, "version_negotiation_error")]
    [InlineData(HttpRequestError.UserAuthenticationError, "user_authentication_error")]
    [InlineData(HttpRequestError.ProxyTunnelError, "proxy_tunnel_error")]
    [InlineData(HttpRequestError.InvalidResponse, "invalid_response")]
    [InlineData(HttpRequestError.ResponseEnded, "response_ended")]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, "configuration_limit_exceeded")]
    [InlineData(HttpRequestError.Unknown, "System.Net.Http.HttpRequestException")]
    public async Task Call_NotAnswered_NamesTheReasonInTheAttempt(HttpRequestError error, string expected)
    {
        _network.Fails(new HttpRequestException(error, $"{Sample.SourceIdText} at https://service.example/"));

        RecordedTelemetry telemetry = await RecordAsync(client => client.Documents.ExistsAsync(Sample.SourceId, Cancel), maxRetries: 0);

        Assert.Equal(expected, Assert.Single(telemetry.Attempts).GetTagItem("error.type"));
        Assert.Equal("OkSign.Client.OkSignTransportException", telemetry.Operation.GetTagItem("error.type"));
        Assert.Null(telemetry.Operation.GetTagItem("http.response.status_code"));
        Assert.DoesNotContain(telemetry.Texts, text => text.Contains(Sample.SourceIdText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_AnswerThatBreaksOff_HasTheStatusAndTheError()
    {
        _network.Answers(new ScriptedStream().Gives((byte)'{').Breaks(new IOException("Reset.")));

        RecordedTelemetry telemetry = await RecordAsync(client => client.Users.RetrieveAsync(Cancel), maxRetries: 0);

        Assert.Equal((200, "System.IO.IOException"), TheyAre(Assert.Single(telemetry.Attempts)));
        Assert.Equal((200, "OkSign.Client.OkSignTransportException"), TheyAre(telemetry.Operation));

        static (object?, object?) TheyAre(Activity span) => (span.GetTagItem("http.response.status_code"), span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Call_NotAnsweredInTime_IsATimeout()
    {
        _network.NeverAnswers();

        RecordedTelemetry telemetry = await RecordAsync(client => client.Users.RetrieveAsync(Cancel), maxRetries: 0);

        Assert.Equal("System.TimeoutException", Assert.Single(telemetry.Attempts).GetTagItem("error.type"));
        Assert.Equal("OkSign.Client.OkSignTransportException", telemetry.Operation.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Call_Cancelled_IsACancellation()
    {
        // By the clock that moves on: beside it, the attempt's own time might pass first.
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1), _clock);
        _network.NeverAnswers();

        RecordedTelemetry telemetry = await RecordAsync(client => client.Users.RetrieveAsync(cancel.Token));

        Assert.All(telemetry.Spans, span => Assert.Equal("System.OperationCanceledException", span.GetTagItem("error.type")));
        Assert.Equal("System.OperationCanceledException", Assert.Single(telemetry.Measurements).Tags["error.type"]);
    }

    [Fact]
    public async Task Exists_NoSuchDocument_IsNoError()
    {
        _network.AnswersFailure("\"Document does not exist\"");

        RecordedTelemetry telemetry = await RecordAsync(client => client.Documents.ExistsAsync(Sample.SourceId, Cancel));

        Assert.All(telemetry.Spans, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.False(Assert.Single(telemetry.Measurements).Tags.ContainsKey("error.type"));
    }

    [Fact]
    public async Task Remove_GoneAfterALostAnswer_IsNoError()
    {
        _network.Fails(new IOException("Reset.")).AnswersFailure("\"Document does not exist\"");

        RecordedTelemetry telemetry = await RecordAsync(client => client.Documents.RemoveAsync(Sample.SourceId, Cancel));

        Assert.Equal(ActivityStatusCode.Unset, telemetry.Operation.Status);
    }

    [Fact]
    public async Task Remove_NoSuchDocument_IsAnError()
    {
        _network.AnswersFailure("\"Document does not exist\"");

        RecordedTelemetry telemetry = await RecordAsync(client => client.Documents.RemoveAsync(Sample.SourceId, Cancel));

        Assert.Equal("OkSign.Client.OkSignNotFoundException", telemetry.Operation.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Raw_WithAnIdInItsPath_ShowsNothingOfIt()
    {
        _network.Answers("{}", HttpStatusCode.NotFound);
        var request = new RawRequest(HttpMethod.Get, $"/v1/thing/{Sample.SourceIdText}/{{more}}")
        {
            PathParameters = new Dictionary<string, string> { ["more"] = Sample.SignedIdText },
            Query = [new("mail", "anna@example.com")],
        };

        RecordedTelemetry telemetry = await RecordAsync(async client => (await client.Raw.SendAsync(request, Cancel)).Dispose());

        Assert.Equal("Raw", telemetry.Operation.DisplayName);
        Assert.Equal("404", telemetry.Operation.GetTagItem("error.type"));
        Assert.Equal("GET", Assert.Single(telemetry.Attempts).DisplayName);
        Assert.Null(telemetry.Attempts[0].GetTagItem("url.template"));
        Assert.Equal("Raw", Assert.Single(telemetry.Measurements).Tags["oksign.operation.name"]);
        Assert.All(["012345", "anna", "thing", "more"], text => Assert.DoesNotContain(telemetry.Texts, shown => shown.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Raw_WithAMethodOfItsOwn_ShowsNothingOfIt()
    {
        _network.Answers("{}");

        RecordedTelemetry telemetry = await RecordAsync(async client
            => (await client.Raw.SendAsync(new RawRequest(new HttpMethod("anna"), "/v1/thing"), Cancel)).Dispose());

        Assert.Equal("HTTP", Assert.Single(telemetry.Attempts).DisplayName);
        Assert.Equal("_OTHER", telemetry.Attempts[0].GetTagItem("http.request.method"));
    }

    [Fact]
    public async Task Call_UnderAnotherPath_HasThatOneAsItsTemplate()
    {
        _network.AnswersReason("[]");

        RecordedTelemetry telemetry = await RecordAsync(
            client => client.Users.RetrieveAsync(Cancel),
            configure: options => options.Wire.Operations["Users.retrieve"] = new WireForm { Path = "/v2/users" });

        Assert.Equal("GET /v2/users", Assert.Single(telemetry.Attempts).DisplayName);
        Assert.Equal("/v2/users", telemetry.Attempts[0].GetTagItem("url.template"));
    }

    [Fact]
    public async Task Download_Begun_HasEndedItsSpan()
    {
        _network.Answers(Sample.Pdf(), mediaType: "application/pdf");
        PdfDownload? download = null;

        RecordedTelemetry telemetry = await RecordAsync(async client => download = await client.Documents.RetrieveAsync(Sample.SignedId, Cancel));

        await using (download)
        {
            Assert.Equal(2, telemetry.Spans.Count);
        }
    }

    [Fact]
    public async Task Call_WithinASpanOfTheCallers_IsItsChildAndLeavesItCurrent()
    {
        _network.AnswersReason("[]");
        using Activity caller = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C);
        caller.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        caller.Start();
        Activity? afterwards = null;

        RecordedTelemetry telemetry = await RecordAsync(async client =>
        {
            await client.Users.RetrieveAsync(Cancel);
            afterwards = Activity.Current;
        });

        Assert.Equal(caller.SpanId, telemetry.Operation.ParentSpanId);
        Assert.All(telemetry.Spans, span => Assert.Equal(caller.TraceId, span.TraceId));
        Assert.Same(caller, afterwards);
    }

    [Fact]
    public async Task Upload_BeyondItsLimit_MeasuresTheWait()
    {
        for (int upload = 0; upload < 4; upload++)
        {
            _network.AnswersReason($"\"{Sample.SourceIdText}\"");
        }

        RecordedTelemetry telemetry = await RecordAsync(
            client => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.Documents.UploadAsync(Sample.File(), Cancel))),
            configure: options => options.UseRateLimiter("Document.upload", new WindowLimiter(new OperationLimit(3, TimeSpan.FromSeconds(1)), Timeout.InfiniteTimeSpan, _clock)));

        IReadOnlyList<RecordedTelemetry.Measured> waits = telemetry.MeasurementsOf("oksign.client.rate_limit.wait_time");
        Assert.Equal([0, 0, 0], waits.Select(wait => wait.Value).Order().Take(3));
        Assert.True(waits.Max(wait => wait.Value) >= 1);
        Assert.All(waits, wait => Assert.Equal(new Dictionary<string, object?> { ["oksign.operation.name"] = "Document.upload" }, wait.Tags));
    }

    private static IEnumerable<ContractAnswer> AnswersOf(Contract<OkSignClient> contract) => contract.Answers.Concat(ContractAnswer.CommonFailures);

    private static async Task<string?> FailureOf(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (OkSignException exception)
        {
            return exception.GetType().FullName;
        }
    }

    private static void AssertSpan(Activity span, string name, string? error, Dictionary<string, object?> tags)
    {
        if (error is not null)
        {
            tags["error.type"] = error;
        }

        Assert.Equal(name, span.DisplayName);
        Assert.Equivalent(tags, RecordedTelemetry.TagsOf(span), strict: true);
        Assert.Equal(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Empty(span.Events);
    }

    /// <summary>Makes a call, whatever comes of it, and gives what was heard of it.</summary>
    private async Task<RecordedTelemetry> RecordAsync(
        Func<OkSignClient, Task> call,
        int maxRetries = 3,
        Action<OkSignClientOptions>? configure = null)
    {
        using var telemetry = new RecordedTelemetry();
        await using OkSignClient client = TestClient.Over(_network, _clock, options =>
        {
            options.Retry.MaxRetries = maxRetries;
            configure?.Invoke(options);
        });
        try
        {
            await _clock.RunAsync(call(client));
        }
        catch (Exception exception) when (exception is OkSignException or OperationCanceledException)
        {
            // Is what the test asked for; the spans tell.
        }

        return telemetry;
    }
}

using System.Net;
using System.Net.Http.Headers;

namespace OkSign.Client.Tests;

public sealed class RetryHandlerTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();
    private readonly OkSignRetryOptions _options = new();
    private double _random = 1;

    public static TheoryData<HttpStatusCode> PassingStatuses => [(HttpStatusCode)408, (HttpStatusCode)429, (HttpStatusCode)500, (HttpStatusCode)502, (HttpStatusCode)503, (HttpStatusCode)504];

    public static TheoryData<string> PassingExceptions => ["http", "io", "timeout"];

    public static TheoryData<HttpStatusCode, string> PassingStatusesOfRepeatables => CrossWithRepeatables(PassingStatuses);

    public static TheoryData<string, string> PassingExceptionsOfRepeatables => CrossWithRepeatables(PassingExceptions);

    public void Dispose() => _network.Dispose();

    [Theory]
    [MemberData(nameof(PassingStatusesOfRepeatables))]
    public async Task Repeatable_StatusThatPasses_IsRepeatedUntilItIsGone(HttpStatusCode status, string operationClass)
    {
        _network.Answers(status).Answers(status).Answers("fine");

        using HttpResponseMessage response = await RunAsync(Enum.Parse<OperationClass>(operationClass));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, _network.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(PassingStatusesOfRepeatables))]
    public async Task Repeatable_StatusThatStays_ComesBackAfterTheLastRetry(HttpStatusCode status, string operationClass)
    {
        _network.AnswersTimes(4, status);

        using HttpResponseMessage response = await RunAsync(Enum.Parse<OperationClass>(operationClass));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(4, _network.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(PassingExceptionsOfRepeatables))]
    public async Task Repeatable_ExceptionOnTheWay_IsRepeatedUntilItIsGone(string kind, string operationClass)
    {
        _network.Fails(ExceptionOf(kind)).Fails(ExceptionOf(kind)).Fails(ExceptionOf(kind)).Answers("fine");

        using HttpResponseMessage response = await RunAsync(Enum.Parse<OperationClass>(operationClass));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4, _network.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(PassingExceptionsOfRepeatables))]
    public async Task Repeatable_ExceptionThatStays_IsThrownAfterTheLastRetry(string kind, string operationClass)
    {
        Exception last = ExceptionOf(kind);
        _network.Fails(ExceptionOf(kind)).Fails(ExceptionOf(kind)).Fails(ExceptionOf(kind)).Fails(last);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(Enum.Parse<OperationClass>(operationClass)));

        Assert.Same(last, exception);
        Assert.Equal(4, _network.Requests.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(501)]
    [InlineData(505)]
    public async Task Read_OtherStatus_IsNotRepeated(int status)
    {
        _network.Answers((HttpStatusCode)status);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(_clock.Begun);
    }

    [Fact]
    public async Task Read_OtherException_IsNotRepeated()
    {
        _network.Fails(new NotSupportedException());

        await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(OperationClass.Read));

        Assert.Single(_network.Requests);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task UnsafeWrite_StatusOfAFailingServer_IsNotRepeated(int status)
    {
        _network.Answers((HttpStatusCode)status);
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);

        using HttpResponseMessage response = await RunAsync(call);

        Assert.Single(_network.Requests);
        Assert.Equal((AttemptOutcome.Lost, true), (call.Outcome, call.MayHaveReachedService));
    }

    [Theory]
    [MemberData(nameof(PassingExceptions))]
    public async Task UnsafeWrite_ExceptionOnTheWay_IsNotRepeated(string kind)
    {
        _network.Fails(ExceptionOf(kind));
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(call));

        Assert.Single(_network.Requests);
        Assert.True(call.MayHaveReachedService);
    }

    [Fact]
    public async Task UnsafeWrite_TooManyCalls_IsRepeated()
    {
        _network.Answers(HttpStatusCode.TooManyRequests).Answers(HttpStatusCode.TooManyRequests).Answers("fine");
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);

        using HttpResponseMessage response = await RunAsync(call);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((3, false), (_network.Requests.Count, call.MayHaveReachedService));
    }

    [Fact]
    public async Task UnsafeWrite_NeverSent_IsRepeatedUntilItMayHaveBeen()
    {
        _network.Fails(NotSent()).Fails(NotSent()).Fails(ExceptionOf("io"));
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);

        await Assert.ThrowsAsync<IOException>(() => RunAsync(call));

        Assert.Equal((3, true), (_network.Requests.Count, call.MayHaveReachedService));
    }

    [Fact]
    public async Task UnsafeWrite_NeverSentAtAll_SurelyDidNotReachTheService()
    {
        _network.Fails(NotSent()).Fails(NotSent()).Fails(NotSent()).Fails(NotSent());
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);

        await Assert.ThrowsAsync<HttpRequestException>(() => RunAsync(call));

        Assert.Equal((4, false), (_network.Requests.Count, call.MayHaveReachedService));
    }

    [Fact]
    public async Task UnsafeWrite_Repetition_MayBeSentOnceMore()
    {
        _network.Fails(NotSent()).Answers("fine");
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);
        using var chain = new HandlerChain(_network, Handler(), new SendOnceHandler());

        using HttpResponseMessage response = await _clock.RunAsync(chain.SendAsync(call));

        Assert.Equal(2, _network.Requests.Count);
        Assert.False(call.TryClaim());
    }

    [Fact]
    public async Task UnsafeWrite_SentAgainByAnotherHandlerOutside_IsStopped()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable);
        using var chain = new HandlerChain(_network, new ResendingHandler(), Handler(), new SendOnceHandler());

        await Assert.ThrowsAsync<HttpRequestException>(() => _clock.RunAsync(chain.SendAsync(Sample.Call(OperationClass.UnsafeWrite))));

        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Delete_LostAnswer_IsRepeated()
    {
        _network.Fails(ExceptionOf("io")).Answers(HttpStatusCode.BadGateway).Answers("fine");
        OperationCall call = Sample.Call(OperationClass.Delete);

        using HttpResponseMessage response = await RunAsync(call);

        Assert.Equal((3, true), (_network.Requests.Count, call.MayHaveReachedService));
    }

    [Fact]
    public async Task Body_ThatCannotBeReadAgain_IsNotRepeatedOnceItWentOut()
    {
        _network.Answers(HttpStatusCode.TooManyRequests);
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf()), "a.pdf", 200);
        using FileContent content = file.OpenContent();
        using var chain = new HandlerChain(_network, Handler());

        using HttpResponseMessage response = await _clock.RunAsync(chain.SendAsync(Sample.Call(OperationClass.UnsafeWrite), content: content));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Body_OfAFile_IsSentFromItsBeginningEachTime()
    {
        _network.Answers(HttpStatusCode.TooManyRequests).Answers("fine");
        using FileContent content = Sample.File().OpenContent();
        using var chain = new HandlerChain(_network, Handler());

        using HttpResponseMessage response = await _clock.RunAsync(chain.SendAsync(Sample.Call(OperationClass.UnsafeWrite), content: content));

        Assert.Equal([Sample.Pdf(), Sample.Pdf()], _network.Requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task TooSoon_OnRemoval_IsWaitedOutBeyondTheRetries()
    {
        _options.MaxRetries = 1;
        for (int time = 0; time < 9; time++)
        {
            _network.AnswersFailure("\"Too soon, please retry later\"");
        }

        _network.AnswersReason("\"\"");
        await using OkSignClient client = Client();

        await _clock.RunAsync(client.Documents.RemoveAsync(Sample.SourceId, TestContext.Current.CancellationToken));

        Assert.Equal(10, _network.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TooSoon_BesideTheOnlyFailureThatIsRepeated_DoesNotCount(bool comesFirst)
    {
        _options.MaxRetries = 1;
        if (comesFirst)
        {
            _network.AnswersFailure("\"Too soon, please retry later\"").Answers(HttpStatusCode.ServiceUnavailable);
        }
        else
        {
            _network.Answers(HttpStatusCode.ServiceUnavailable).AnswersFailure("\"Too soon, please retry later\"");
        }

        _network.AnswersReason("\"\"");
        await using OkSignClient client = Client();

        await _clock.RunAsync(client.Documents.RemoveAsync(Sample.SourceId, TestContext.Current.CancellationToken));

        Assert.Equal(3, _network.Requests.Count);
    }

    [Fact]
    public async Task TooSoon_LongerThanTheBudget_IsTold()
    {
        _options.MaxRetries = 1;
        _options.Budget = TimeSpan.FromSeconds(20);
        for (int time = 0; time < 500; time++)
        {
            _network.AnswersFailure("\"Too soon, please retry later\"");
        }

        DateTimeOffset start = _clock.GetUtcNow();
        await using OkSignClient client = Client();

        var exception = await Assert.ThrowsAsync<OkSignTooSoonException>(
            () => _clock.RunAsync(client.Documents.RemoveAsync(Sample.SourceId, TestContext.Current.CancellationToken)));

        Assert.Equal(_network.Requests.Count, exception.Attempts);
        Assert.True(exception.Attempts > 2);
        Assert.InRange(_clock.GetUtcNow() - start, TimeSpan.Zero, _options.Budget + TimeSpan.FromSeconds(1));
        Assert.False(exception.MayHaveReachedService);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task TooSoon_WhereNothingIsRepeated_IsToldAtOnce(int maxRetries)
    {
        _options.MaxRetries = maxRetries;
        _network.AnswersFailure("\"Too soon, please retry later\"");
        await using OkSignClient client = Client();

        // Only the removal of a document can be too soon.
        await Assert.ThrowsAsync<OkSignTooSoonException>(() => _clock.RunAsync(maxRetries == 0
            ? client.Documents.RemoveAsync(Sample.SourceId, TestContext.Current.CancellationToken)
            : client.Documents.ExistsAsync(Sample.SourceId, TestContext.Current.CancellationToken)));

        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Remove_GoneAfterALostAnswer_IsDone()
    {
        _network.Fails(ExceptionOf("io")).AnswersFailure("\"Document does not exist\"");
        await using OkSignClient client = Client();

        await _clock.RunAsync(client.Documents.RemoveAsync(Sample.SourceId, TestContext.Current.CancellationToken));

        Assert.Equal(2, _network.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Remove_GoneWithoutALostAnswer_IsNotFound(bool failsBefore)
    {
        if (failsBefore)
        {
            _network.Fails(NotSent());
        }

        _network.AnswersFailure("\"Document does not exist\"");
        await using OkSignClient client = Client();

        await Assert.ThrowsAsync<OkSignNotFoundException>(
            () => _clock.RunAsync(client.Documents.RemoveAsync(Sample.SourceId, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Remove_RefusedAfterALostAnswer_SaysThatItMayBeDone()
    {
        _network.Fails(ExceptionOf("io")).AnswersFailure("\"No\"");
        await using OkSignClient client = Client();

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(
            () => _clock.RunAsync(client.Documents.RemoveAsync(Sample.SourceId, TestContext.Current.CancellationToken)));

        Assert.True(exception.MayHaveReachedService);
    }

    [Fact]
    public async Task Budget_APauseThatGoesBeyond_IsNotBegun()
    {
        _options.Budget = TimeSpan.FromSeconds(2.9);
        _network.AnswersTimes(2, HttpStatusCode.BadGateway);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([1], _clock.Begun.Select(static delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task Budget_TheLastMoment_IsWithin()
    {
        _options.Budget = TimeSpan.FromSeconds(3);
        _network.AnswersTimes(3, HttpStatusCode.BadGateway);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal(3, _network.Requests.Count);
    }

    [Fact]
    public async Task IdempotentWrite_Repeated_SendsItsBodyEachTime()
    {
        _network.Answers(HttpStatusCode.BadGateway).Fails(ExceptionOf("io")).Answers("fine");
        using var chain = new HandlerChain(_network, Handler());
        using var body = new JsonBody<SourceDocumentId>(Sample.SourceId, DocumentsJson.Shared.SourceDocumentId);

        using HttpResponseMessage response = await _clock.RunAsync(chain.SendAsync(Sample.Call(OperationClass.IdempotentWrite), content: body));

        Assert.Equal(Enumerable.Repeat($"\"{Sample.SourceIdText}\"", 3), _network.Requests.Select(static request => request.Text));
    }

    [Fact]
    public async Task NoCall_PassingStatus_IsNeverRepeated()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable);
        using var chain = new HandlerChain(_network, Handler());

        using HttpResponseMessage response = await _clock.RunAsync(chain.SendAsync());

        Assert.Single(_network.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public async Task Read_MaxRetries_IsHowOftenItIsRepeated(int maxRetries)
    {
        _options.MaxRetries = maxRetries;
        _network.AnswersTimes(maxRetries + 1, HttpStatusCode.BadGateway);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal(maxRetries + 1, _network.Requests.Count);
    }

    [Fact]
    public async Task Delays_WithoutHint_DoubleUpToTheLongest()
    {
        _options.MaxRetries = 6;
        _options.BaseDelay = TimeSpan.FromSeconds(2);
        _options.MaxDelay = TimeSpan.FromSeconds(20);
        _network.AnswersTimes(7, HttpStatusCode.BadGateway);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([2, 4, 8, 16, 20, 20], _clock.Begun.Select(static delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task Delays_AfterExceptions_DoubleToo()
    {
        _network.Fails(ExceptionOf("io")).Fails(ExceptionOf("http")).Answers("fine");

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([1, 2], _clock.Begun.Select(static delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task Delays_WithoutHint_AreARandomPartOfTheSpan()
    {
        _random = 0.25;
        _network.AnswersTimes(4, HttpStatusCode.BadGateway);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([0.25, 0.5, 1], _clock.Begun.Select(static delay => delay.TotalSeconds));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task RetryAfter_Seconds_IsWaitedFor(int status)
    {
        _network.Answers((HttpStatusCode)status, new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))).Answers("fine");

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([TimeSpan.FromSeconds(7)], _clock.Begun);
        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task RetryAfter_Date_IsWaitedFor()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(_clock.GetUtcNow().AddSeconds(9))).Answers("fine");

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([TimeSpan.FromSeconds(9)], _clock.Begun);
        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task RetryAfter_DateGoneBy_IsNoReasonToHammer()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(_clock.GetUtcNow().AddSeconds(-9))).Answers("fine");

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([TimeSpan.FromSeconds(1)], _clock.Begun);
        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task RetryAfter_TheLongestPause_IsWaitedFor()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(TimeSpan.FromSeconds(30))).Answers("fine");

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([TimeSpan.FromSeconds(30)], _clock.Begun);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RetryAfter_AboveTheLongestPause_IsLeftToTheCaller(bool isDate)
    {
        RetryConditionHeaderValue hint = isDate ? new(_clock.GetUtcNow().AddSeconds(31)) : new(TimeSpan.FromSeconds(31));
        _network.Answers(HttpStatusCode.TooManyRequests, hint);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Single(_network.Requests);
        Assert.False(_network.Responses[0].IsDisposed);
        Assert.Empty(_clock.Begun);
    }

    [Fact]
    public async Task Interval_TooManyCallsWithoutHint_IsLeftToTheCaller()
    {
        _network.Answers(HttpStatusCode.TooManyRequests);

        using HttpResponseMessage response = await RunAsync(IntervalOf(seconds: 31));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Single(_network.Requests);
        Assert.Empty(_clock.Begun);
    }

    [Fact]
    public async Task Interval_TooManyCallsWithAShortHint_IsRepeated()
    {
        _network.Answers(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))).Answers("fine");

        using HttpResponseMessage response = await RunAsync(IntervalOf(seconds: 31));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([TimeSpan.FromSeconds(7)], _clock.Begun);
    }

    [Fact]
    public async Task Interval_OtherStatus_IsRepeated()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable).Answers("fine");

        using HttpResponseMessage response = await RunAsync(IntervalOf(seconds: 31));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Interval_NotAboveTheLongestPause_IsRepeated()
    {
        _network.Answers(HttpStatusCode.TooManyRequests).Answers("fine");

        using HttpResponseMessage response = await RunAsync(IntervalOf(seconds: 30));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Responses_AllButTheLast_AreDisposed()
    {
        _network.AnswersTimes(4, HttpStatusCode.BadGateway);

        using HttpResponseMessage response = await RunAsync(OperationClass.Read);

        Assert.Equal([true, true, true, false], _network.Responses.Select(static one => one.IsDisposed));
    }

    [Fact]
    public async Task Cancellation_DuringTheWait_EndsItAtOnce()
    {
        _network.Answers(HttpStatusCode.BadGateway);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var chain = new HandlerChain(_network, Handler());
        Task<HttpResponseMessage> call = chain.SendAsync(Sample.Call(), cancellationToken: stop.Token);
        Assert.False(call.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(_network.Requests);
        Assert.True(_network.Responses[0].IsDisposed);
    }

    [Fact]
    public async Task Cancellation_BeforeTheWait_SendsNothingMore()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _network.NeverAnswers(whenGivenUp: new HttpRequestException("torn down"));
        using var chain = new HandlerChain(_network, Handler());
        Task<HttpResponseMessage> call = chain.SendAsync(Sample.Call(), cancellationToken: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Attempts_EachRequest_IsCounted()
    {
        _network.AnswersTimes(4, HttpStatusCode.BadGateway);
        var call = Sample.Call();
        using var chain = new HandlerChain(_network, Handler(), new AttemptHandler(new Timeouts(TimeSpan.FromDays(1), TimeSpan.FromDays(1), _clock)));

        using HttpResponseMessage response = await _clock.RunAsync(chain.SendAsync(call));

        Assert.Equal(4, call.Attempts);
    }

    [Fact]
    public async Task Attempts_EachTimedOut_AreRepeated()
    {
        _network.NeverAnswers().NeverAnswers().Answers("fine");
        var call = Sample.Call();
        using var chain = new HandlerChain(_network, Handler(), new AttemptHandler(new Timeouts(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), _clock)));

        using HttpResponseMessage response = await _clock.RunAsync(chain.SendAsync(call));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, call.Attempts);
    }

    private static TheoryData<T, string> CrossWithRepeatables<T>(TheoryData<T> data)
    {
        var crossed = new TheoryData<T, string>();
        foreach (TheoryDataRow<T> row in data)
        {
            crossed.Add(row.Data, nameof(OperationClass.Read));
            crossed.Add(row.Data, nameof(OperationClass.IdempotentWrite));
        }

        return crossed;
    }

    private static Exception ExceptionOf(string kind)
        => kind switch
        {
            "http" => new HttpRequestException("no way"),
            "io" => new IOException("broken"),
            _ => new TimeoutException("too long"),
        };

    private RetryHandler Handler() => new(_options, _clock, () => _random);

    private static OperationCall IntervalOf(int seconds)
        => new(new Operation("Things.list", OperationClass.Read) { Limit = new OperationLimit(1, TimeSpan.FromSeconds(seconds)) });

    private static HttpRequestException NotSent() => new(HttpRequestError.ConnectionError);

    private OkSignClient Client()
        => TestClient.Over(_network, _clock, options =>
        {
            options.Retry.MaxRetries = _options.MaxRetries;
            options.Retry.Budget = _options.Budget;
        });

    private Task<HttpResponseMessage> RunAsync(OperationClass operationClass) => RunAsync(Sample.Call(operationClass));

    private async Task<HttpResponseMessage> RunAsync(OperationCall call)
    {
        using var chain = new HandlerChain(_network, Handler());
        return await _clock.RunAsync(chain.SendAsync(call));
    }
}

namespace OkSign.Client.Tests;

public class TransportFailureTests
{
    [Fact]
    public void IsOf_FailureOfTheWay_IsTrue()
    {
        Assert.True(TransportFailure.IsOf(new HttpRequestException(), CancellationToken.None));
        Assert.True(TransportFailure.IsOf(new IOException(), CancellationToken.None));
        Assert.True(TransportFailure.IsOf(new TimeoutException(), CancellationToken.None));
    }

    [Fact]
    public void IsOf_Cancellation_IsTrueWhenItWasNotTheCallers()
    {
        Assert.True(TransportFailure.IsOf(new TaskCanceledException(), CancellationToken.None));
        Assert.False(TransportFailure.IsOf(new TaskCanceledException(), new CancellationToken(canceled: true)));
        Assert.False(TransportFailure.Is(new OperationCanceledException()));
    }

    [Fact]
    public void IsOf_OtherException_IsFalse() => Assert.False(TransportFailure.IsOf(new InvalidOperationException(), CancellationToken.None));

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public void OutcomeOf_NoConnection_WasNotSent(HttpRequestError error)
        => Assert.Equal(AttemptOutcome.NotSent, OutcomeOf(new HttpRequestException(error)));

    [Theory]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    public void OutcomeOf_BrokenConnection_IsLost(HttpRequestError error)
        => Assert.Equal(AttemptOutcome.Lost, OutcomeOf(new HttpRequestException(error)));

    [Fact]
    public void OutcomeOf_OtherExceptions_IsLost()
    {
        Assert.Equal(AttemptOutcome.Lost, OutcomeOf(new TimeoutException()));
        Assert.Equal(AttemptOutcome.Lost, OutcomeOf(new IOException()));
        Assert.Equal(AttemptOutcome.Lost, OutcomeOf(new OperationCanceledException()));
        Assert.Equal(AttemptOutcome.Lost, OutcomeOf(new TimeoutException(), new ByteArrayContent([1])));
    }

    [Fact]
    public async Task OutcomeOf_BodyThatNobodyAskedFor_WasNotSent()
    {
        using var body = new JsonBody("{}"u8.ToArray());
        Assert.Equal(AttemptOutcome.NotSent, OutcomeOf(new TimeoutException(), body));

        await body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        Assert.Equal(AttemptOutcome.Lost, OutcomeOf(new TimeoutException(), body));

        using var limit = new AttemptLimit(new Timeouts(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(30), new TestClock()), hasBody: true, CancellationToken.None);
        body.BeginAttempt(limit);
        Assert.Equal(AttemptOutcome.NotSent, OutcomeOf(new TimeoutException(), body));
    }

    private static AttemptOutcome OutcomeOf(Exception exception, HttpContent? content = null)
    {
        // Disposing of the request would dispose of the content.
        var request = new HttpRequestMessage { Content = content };
        return TransportFailure.OutcomeOf(exception, request);
    }
}

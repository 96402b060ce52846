using System.Threading.RateLimiting;

namespace OkSign.Client.Tests.Http;

/// <summary>What exceptions say. Somebody reads it at night.</summary>
public sealed class FailureTextTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Transport_NoAnswer_TellsTheCause()
        => Assert.Equal("Thing.do: no route to host", TransportFailure.ToException(new IOException("no route to host"), Sample.Call()).Message);

    [Fact]
    public void Transport_AnswerThatBrokeOff_SaysSo()
    {
        OperationCall call = Sample.Call();
        call.ReceivesAnswer(System.Net.HttpStatusCode.OK);

        Assert.Equal("Thing.do: the answer broke off: reset", TransportFailure.ToException(new IOException("reset"), call).Message);
    }

    [Fact]
    public async Task Answer_ThatStandsStill_TellsBothLimits()
    {
        using var half = new GatedStream(Sample.Utf8("{ \"status\":").ToArray());
        _network.Answers(half);
        await using OkSignClient client = TestClient.Over(_network, _clock, static options => options.Retry.MaxRetries = 0);

        Task<IReadOnlyList<AccountUser>> call = client.Users.RetrieveAsync(Cancel);
        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(call));

        Assert.EndsWith("the answer stood still for 30 s or did not end within 100 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RateLimiter_ThatLetsNothingThrough_IsNamed()
    {
        await using var none = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });
        using RateLimitLease taken = await none.AcquireAsync(cancellationToken: Cancel);
        await using OkSignClient client = TestClient.Over(_network, _clock, options => options.UseRateLimiter("Users.retrieve", none));

        OkSignRateLimitException exception = await Assert.ThrowsAsync<OkSignRateLimitException>(() => client.Users.RetrieveAsync(Cancel));

        Assert.Equal("Users.retrieve: the rate limiter of this client let no call through.", exception.Message);
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task SendOnce_SecondRequest_SaysWhoTriedWhat()
    {
        using var chain = new HandlerChain(_network, new SendOnceHandler());
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);
        call.TryClaim();

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => chain.SendAsync(call));

        Assert.Equal("Another handler tried to send Thing.do again, which could do its work twice.", exception.Message);
    }

    [Fact]
    public void Network_ThatFollowsRedirects_IsToldWhatToSet()
        => Assert.Equal(
            "The network handler follows redirects, which would carry the credentials to any host: set AllowAutoRedirect to false.",
            NetworkRules.Problem(new HttpClientHandler()));

    [Fact]
    public void Conflict_MadeInATest_MayHaveReachedTheService()
        => Assert.True(new OkSignConflictException("Thing.do", "It is there already.").MayHaveReachedService);

    [Fact]
    public void UnexpectedContent_MadeInATest_MayHaveReachedTheService()
        => Assert.True(new OkSignUnexpectedContentException("Thing.do", "What is this?").MayHaveReachedService);

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("{ \"status\": \"FAILED\", \"reas")]
    public void TooSoon_OfAnAnswerThatIsNotTheServices_IsFalse(string body) => Assert.False(FailedAnswer.IsTooSoon(Sample.Utf8(body)));
}

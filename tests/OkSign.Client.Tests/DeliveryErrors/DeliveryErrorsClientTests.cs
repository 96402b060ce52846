using System.Net;

namespace OkSign.Client.Tests;

public sealed class DeliveryErrorsClientTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();
    private readonly OkSignClient _client;

    public DeliveryErrorsClientTests() => _client = TestClient.Over(_network, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Retrieve_Window_IsRoundedOutwards()
    {
        _network.Answers(Sample.Ok("[]"));

        await _client.DeliveryErrors.RetrieveAsync(Noon.AddMilliseconds(900), Noon.AddMinutes(5).AddMilliseconds(100), Cancel);

        Assert.Equal("2026-03-01T12:00:00+00:00", _network.Requests[0].Headers["x-oksign-starttime"]);
        Assert.Equal("2026-03-01T12:05:01+00:00", _network.Requests[0].Headers["x-oksign-endtime"]);
    }

    [Fact]
    public async Task Retrieve_WindowThatEndsBeforeItStarts_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>("until", () => _client.DeliveryErrors.RetrieveAsync(Noon, Noon.AddTicks(-1), Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Retrieve_TooManyCallsWithoutHint_IsLeftToTheCaller()
    {
        _network.AnswersTimes(4, HttpStatusCode.TooManyRequests);

        var exception = await Assert.ThrowsAsync<OkSignRateLimitException>(() => _clock.RunAsync(_client.DeliveryErrors.RetrieveAsync(Noon, Noon, Cancel)));

        Assert.Equal(1, exception.Attempts);
    }
}

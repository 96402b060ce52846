using System.Net;

namespace OkSign.Client.Tests;

/// <summary>The feed through the whole client: what it sends, and how its failures come out.</summary>
public sealed class WatchSignedTests : IDisposable
{
    private const string Row = """[{ "source_docid": "a-1", "signed_docid": "a-2", "signerid": "bt_1", "ts": "2026-03-01T11:59:00Z" }]""";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public WatchSignedTests() => _client = TestClient.Over(_network, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Watch_EmptyForms_AreNothingNew(string nothing)
    {
        _network.Answers(Sample.Ok(nothing)).Answers(Sample.Ok(Row)).Answers(Sample.Ok(Row));

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(3);

        Assert.Equal([null, "a-1", null], items.Select(static item => item.Event?.SourceDocumentId?.Value));
        Assert.Equal("2026-03-01T11:40:00+00:00", _network.Requests[0].Headers["x-oksign-starttime"]);
        Assert.Equal("2026-03-01T12:00:00+00:00", _network.Requests[0].Headers["x-oksign-endtime"]);
    }

    [Fact]
    public async Task Watch_ServerError_IsNotRepeatedWithinTheInterval()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable).Answers(HttpStatusCode.TooManyRequests).Answers("<html>").Answers(Sample.Ok(Row));

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(4);

        Assert.Equal(
            [typeof(OkSignTransportException), typeof(OkSignRateLimitException), typeof(OkSignUnexpectedContentException), null],
            items.Select(static item => item.Failure?.GetType()));
        Assert.Equal("a-1", items[3].Event!.SourceDocumentId!.Value.Value);
        Assert.InRange(_clock.GetUtcNow(), Noon.AddMinutes(9), Noon.AddMinutes(10));
    }

    [Fact]
    public async Task Watch_CredentialsRefused_Ends()
    {
        _network.Answers(HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<OkSignAuthenticationException>(() => TakeAsync(1));
    }

    [Fact]
    public void Watch_WrongArguments_AreRefusedBeforeTheEnumeration()
    {
        Assert.Throws<ArgumentNullException>("checkpoint", () => _client.Documents.WatchSignedAsync(null!, cancellationToken: Cancel));
        Assert.Throws<ArgumentException>("options", () => _client.Documents.WatchSignedAsync(
            SignedFeedCheckpoint.StartingAt(Noon),
            new SignedFeedOptions { MaxWindow = TimeSpan.FromMinutes(45) },
            Cancel));
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Interval", static () => new SignedFeedOptions { Interval = TimeSpan.FromSeconds(179) });
        Assert.Throws<ArgumentOutOfRangeException>("Interval", static () => new SignedFeedOptions { Interval = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentOutOfRangeException>("ClockTolerance", static () => new SignedFeedOptions { ClockTolerance = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>("Latency", static () => new SignedFeedOptions { Latency = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentException>("options", static () => new SignedFeedOptions { MaxWindow = TimeSpan.FromDays(32) }.Check("options"));
        new SignedFeedOptions { MaxWindow = TimeSpan.FromMinutes(46) }.Check("options");
    }

    private async Task<IReadOnlyList<SignedFeedItem>> TakeAsync(int count)
    {
        IAsyncEnumerable<SignedFeedItem> items = _client.Documents.WatchSignedAsync(SignedFeedCheckpoint.StartingAt(Noon), cancellationToken: Cancel);
        return await _clock.RunAsync(items.Take(count).ToListAsync(Cancel).AsTask());
    }
}

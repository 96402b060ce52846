namespace OkSign.Client.Tests;

public class SignedFeedTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SignedFeedCheckpoint FromStart = SignedFeedCheckpoint.StartingAt(Start);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(20);

    private readonly InstantClock _clock = new(Start);
    private readonly SigningService _service;

    public SignedFeedTests() => _service = new SigningService(_clock, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_Beginning_AsksAtOnceFromTheOverlapBefore()
    {
        await TakeAsync(FromStart, 1);

        Assert.Empty(_clock.Waits);
        Assert.Equal((Start - Overlap, Start), Assert.Single(_service.Windows));
    }

    [Fact]
    public async Task After_NothingSigned_GivesAnItemForEveryCall()
    {
        IReadOnlyList<SignedFeedItem> items = await TakeAsync(FromStart, 3);

        Assert.All(items, static item => Assert.Equal((null, null), (item.Event, item.Failure)));
        Assert.Equal([Start, Start + Interval, Start + Interval + Interval], _service.Windows.Select(static window => window.Until));
        Assert.Equal([Start - Overlap, Start - Overlap, Start + Interval - Overlap], _service.Windows.Select(static window => window.From));
    }

    [Fact]
    public async Task After_SeveralSignatures_GivesThemInOrderOfTime()
    {
        _service.Signs(Start.AddSeconds(-1), signer: 3).Signs(Start.AddSeconds(-9), signer: 1).Signs(Start.AddSeconds(-5), signer: 2);

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(FromStart, 4);

        Assert.Equal([SignerId.Anonymous(1), SignerId.Anonymous(2), SignerId.Anonymous(3), null], items.Select(static item => item.Event?.SignerId));
        Assert.Equal(2, _service.Calls.Count);
    }

    [Fact]
    public async Task After_TwoThatAreAlike_GivesBoth()
    {
        _service.Signs(Start.AddSeconds(-1)).Signs(Start.AddSeconds(-1)).Signs(Start.AddSeconds(-1), latency: TimeSpan.FromMinutes(2));

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(FromStart, 4);

        Assert.Equal(3, items.Count(static item => item.Event is not null));
        Assert.Null(items[3].Event);
    }

    [Fact]
    public async Task After_RowsWithoutTime_GivesEachOnceAndLast()
    {
        SigningEvent undated = new() { SourceDocumentId = Sample.SourceId, SignaturesPlaced = 1 };
        SigningEvent dated = undated with { Timestamp = Start };
        SignedFeed feed = FeedOf([undated, dated], [undated, dated], [undated, dated, undated with { SignaturesPlaced = 2 }]);

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(feed, FromStart, 4);

        Assert.Equal([dated, undated, null, undated with { SignaturesPlaced = 2 }], items.Select(static item => item.Event));
    }

    [Fact]
    public async Task After_RowWithNothingInIt_IsGivenOnce()
    {
        IReadOnlyList<SignedFeedItem> items = await TakeAsync(FeedOf([new SigningEvent()], [new SigningEvent()]), FromStart, 2);

        Assert.NotNull(items[0].Event);
        Assert.Null(items[1].Event);
    }

    [Fact]
    public async Task After_RestartBetweenTwoSignatures_GoesOnWithTheSecond()
    {
        _service.Signs(Start.AddSeconds(-9), signer: 1).Signs(Start.AddSeconds(-5), signer: 2);
        string stored = (await TakeAsync(FromStart, 1))[0].Checkpoint.ToString();

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(SignedFeedCheckpoint.Parse(stored), 2);

        Assert.Equal([SignerId.Anonymous(2), null], items.Select(static item => item.Event?.SignerId));
    }

    [Fact]
    public async Task After_RestartAtOnce_WaitsTheRestOfTheInterval()
    {
        SignedFeedCheckpoint stored = (await TakeAsync(FromStart, 1))[0].Checkpoint;
        _clock.Advance(TimeSpan.FromSeconds(50));

        await TakeAsync(SignedFeedCheckpoint.Parse(stored.ToString()), 1);

        Assert.Equal([TimeSpan.FromSeconds(130)], _clock.Waits);
    }

    [Fact]
    public async Task After_RestartAfterAFailedCall_WaitsTheRestOfTheInterval()
    {
        _service.Then(Lost());
        SignedFeedCheckpoint stored = (await TakeAsync(FromStart, 1))[0].Checkpoint;

        await TakeAsync(SignedFeedCheckpoint.Parse(stored.ToString()), 1);

        Assert.Equal([Interval], _clock.Waits);
        Assert.Equal([Start - Overlap, Start - Overlap], _service.Windows.Select(static window => window.From));
    }

    [Fact]
    public async Task After_RestartLongAfter_AsksAtOnce()
    {
        SignedFeedCheckpoint stored = (await TakeAsync(FromStart, 1))[0].Checkpoint;
        _clock.Advance(TimeSpan.FromMinutes(5));

        await TakeAsync(stored, 1);

        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [InlineData("transport")]
    [InlineData("content")]
    [InlineData("too soon")]
    [InlineData("rate")]
    public async Task After_FailureThatPasses_ShowsItAndKeepsTheWindowOpen(string kind)
    {
        OkSignException failure = kind switch
        {
            "transport" => Lost(),
            "content" => new OkSignUnexpectedContentException("Documents.signed", "html"),
            "too soon" => new OkSignTooSoonException("Documents.signed", "too soon"),
            _ => new OkSignRateLimitException("Documents.signed", "slowly", retryAfter: null),
        };
        _service.Signs(Start.AddMinutes(-19)).Then(failure, failure);

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(FromStart, 3);

        Assert.Equal([failure, failure, null], items.Select(static item => item.Failure));
        Assert.NotNull(items[2].Event);
        Assert.Equal((Start - Overlap, Start + Interval + Interval), _service.Windows[2]);
        Assert.Equal([Interval, Interval], _clock.Waits);
    }

    [Fact]
    public async Task After_FailureThatStays_EndsWithItsException()
    {
        OkSignException[] failures =
        [
            new OkSignAuthenticationException("Documents.signed", "no"),
            new OkSignRejectedException("Documents.signed", "no", ["no"]),
            new OkSignNotFoundException("Documents.signed", "no"),
        ];
        foreach (OkSignException failure in failures)
        {
            _service.Then(failure);

            Assert.Same(failure, await Assert.ThrowsAnyAsync<OkSignException>(() => TakeAsync(FromStart, 1)));
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    [InlineData(10, 10)]
    [InlineData(60, 60)]
    [InlineData(10_000_000, 60)]
    public async Task After_RetryAfter_WaitsAsLongButAnHourAtMost(int minutes, int expected)
    {
        _service.Then(new OkSignRateLimitException("Documents.signed", "slowly", TimeSpan.FromMinutes(minutes)));

        await TakeAsync(FromStart, 2);

        Assert.Equal([TimeSpan.FromMinutes(expected)], _clock.Waits);
    }

    [Fact]
    public async Task After_SlowCallAndSlowHandling_CountsFromTheEndOfTheCall()
    {
        _service.Duration = TimeSpan.FromSeconds(40);
        await foreach (SignedFeedItem item in Feed().AfterAsync(FromStart, Cancel))
        {
            Assert.Null(item.Failure);
            _clock.Advance(TimeSpan.FromSeconds(60));
            if (_service.Calls.Count == 2)
            {
                break;
            }
        }

        Assert.Equal([TimeSpan.FromSeconds(120)], _clock.Waits);
        Assert.Equal(TimeSpan.FromSeconds(220), _service.Calls[1].At - _service.Calls[0].At);
    }

    [Fact]
    public async Task After_ClockSetBackWhileRunning_KeepsThePaceAndTheWindow()
    {
        _service.Signs(Start.AddSeconds(-1));
        List<SignedFeedItem> items = [];
        await foreach (SignedFeedItem item in Feed().AfterAsync(FromStart, Cancel))
        {
            items.Add(item);
            _clock.SetBy = TimeSpan.FromMinutes(-8);
            if (items.Count == 3)
            {
                break;
            }
        }

        Assert.Equal([Interval, Interval], _clock.Waits);
        Assert.Single(items, static item => item.Event is not null);
        Assert.Equal((Start - Overlap, Start + Interval - TimeSpan.FromMinutes(8)), _service.Windows[1]);
    }

    [Fact]
    public async Task After_ClockSetBackByAYear_GoesOnFromNow()
    {
        SignedFeedCheckpoint stored = (await TakeAsync(FromStart, 1))[0].Checkpoint;
        _clock.SetBy = TimeSpan.FromDays(-365);

        await TakeAsync(stored, 1);

        Assert.Equal([Interval], _clock.Waits);
        Assert.Equal((_clock.GetUtcNow() - Overlap, _clock.GetUtcNow()), _service.Windows[1]);
    }

    [Fact]
    public async Task After_LongOutage_CatchesUpInWindowsOfADay()
    {
        await TakeAsync(SignedFeedCheckpoint.StartingAt(Start.AddDays(-2)), 4);

        Assert.Equal([24.0, 24.0, 1.1, 0.4], _service.Windows.Select(static window => Math.Round((window.Until - window.From).TotalHours, 1)));
        Assert.All(_service.Windows.Zip(_service.Windows.Skip(1)), static pair => Assert.Equal(pair.First.Until - Overlap, pair.Second.From));
    }

    [Fact]
    public async Task After_Cancelled_EndsWithinTheWait()
    {
        using var stop = new CancellationTokenSource();
        var clock = new TestClock();
        var feed = new SignedFeed(static (_, _, _) => Task.FromResult<IReadOnlyList<SigningEvent>>([]), new SignedFeedOptions(), clock);
        await using IAsyncEnumerator<SignedFeedItem> items = feed.AfterAsync(FromStart, stop.Token).GetAsyncEnumerator(Cancel);
        await items.MoveNextAsync();
        ValueTask<bool> next = items.MoveNextAsync();
        Assert.False(next.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task After_CancelledBetweenTwoSignatures_GivesNoMore()
    {
        using var stop = new CancellationTokenSource();
        _service.Signs(Start.AddSeconds(-9)).Signs(Start.AddSeconds(-5));
        List<SignedFeedItem> given = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (SignedFeedItem item in Feed().AfterAsync(FromStart, stop.Token))
            {
                given.Add(item);
                await stop.CancelAsync();
            }
        });

        Assert.Single(given);
    }

    [Fact]
    public async Task Checkpoint_WhenAllIsQuietAgain_IsSmallAgain()
    {
        for (int second = 1; second <= 100; second++)
        {
            _service.Signs(Start.AddSeconds(-second));
        }

        IReadOnlyList<SignedFeedItem> items = await TakeAsync(FromStart, 120);

        Assert.Equal(100, items[99].Checkpoint.Reported.Length);
        Assert.Equal(0, items[119].Checkpoint.Reported.Length);
        Assert.InRange(items[119].Checkpoint.ToString().Length, 1, 40);
    }

    private static OkSignTransportException Lost() => new("Documents.signed", "lost", mayHaveReachedService: true);

    private SignedFeed Feed() => new(_service.ListAsync, new SignedFeedOptions(), _clock);

    private SignedFeed FeedOf(params IReadOnlyList<SigningEvent>[] answers)
    {
        Queue<IReadOnlyList<SigningEvent>> left = new(answers);
        return new SignedFeed((_, _, _) => Task.FromResult(left.Dequeue()), new SignedFeedOptions(), _clock);
    }

    private Task<IReadOnlyList<SignedFeedItem>> TakeAsync(SignedFeedCheckpoint checkpoint, int count) => TakeAsync(Feed(), checkpoint, count);

    private static async Task<IReadOnlyList<SignedFeedItem>> TakeAsync(SignedFeed feed, SignedFeedCheckpoint checkpoint, int count)
        => await feed.AfterAsync(checkpoint, Cancel).Take(count).ToListAsync(Cancel);
}

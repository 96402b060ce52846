namespace OkSign.Client.Tests;

public class PoliteWaitTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_SeenAtOnce_DoesNotWait()
    {
        Assert.Equal("seen", await Wait(seconds: 1, longest: 1).UntilAsync(static _ => Task.FromResult<string?>("seen"), "x", Cancel));

        Assert.Empty(_clock.Begun);
    }

    [Fact]
    public async Task Until_NothingHappens_LooksLessAndLessOften()
    {
        int looks = 0;

        await _clock.RunAsync(Wait(seconds: 8, longest: 20).UntilAsync(_ => Task.FromResult(++looks < 6 ? null : "seen"), "x", Cancel));

        Assert.Equal([8, 12, 18, 20, 20], _clock.Begun.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Until_TimeLimitPassed_LooksOnceMoreAndSaysWhatDidNotHappen()
    {
        int looks = 0;

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => _clock.RunAsync(
            Wait(seconds: 10, longest: 60, limit: TimeSpan.FromSeconds(12)).UntilAsync(_ => Task.FromResult(Nothing(ref looks)), "It did not end", Cancel)));

        Assert.Equal("It did not end within 00:00:12.", exception.Message);
        Assert.Equal([10, 2], _clock.Begun.Select(static pause => pause.TotalSeconds));
        Assert.Equal(3, looks);
    }

    [Fact]
    public async Task Until_NoTimeAtAll_LooksOnce()
    {
        int looks = 0;

        await Assert.ThrowsAsync<TimeoutException>(() => Wait(seconds: 10, longest: 60, limit: TimeSpan.Zero).UntilAsync(_ => Task.FromResult(Nothing(ref looks)), "x", Cancel));

        Assert.Equal(1, looks);
    }

    [Fact]
    public async Task Until_CancelledWhileWaiting_Ends()
    {
        using var stop = new CancellationTokenSource();
        Task waiting = Wait(seconds: 10, longest: 60).UntilAsync(static _ => Task.FromResult<string?>(null), "x", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(10, 9, 0)]
    [InlineData(10, 86_401, 0)]
    [InlineData(10, 10, -1)]
    public void ThrowIfBroken_TimesThatMakeNoSense_AreRefused(int interval, int longest, int limit)
        => Assert.Throws<ArgumentException>("options", () => PoliteWait.ThrowIfBroken(
            TimeSpan.FromSeconds(interval), TimeSpan.FromSeconds(longest), TimeSpan.FromSeconds(limit), "options"));

    [Fact]
    public void ThrowIfBroken_TimesAtTheirLimits_AreFine()
        => PoliteWait.ThrowIfBroken(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), timeLimit: null, "options");

    private static string? Nothing(ref int looks)
    {
        looks++;
        return null;
    }

    private PoliteWait Wait(int seconds, int longest, TimeSpan? limit = null)
        => new(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(longest), limit, _clock);
}

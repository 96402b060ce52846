using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;

namespace OkSign.Client.Tests.Http;

public sealed class WindowLimiterTests : IAsyncDisposable
{
    private static readonly OperationLimit ThreeASecond = new(3, TimeSpan.FromSeconds(1));
    private static readonly TimeSpan WindowAndSlack = TimeSpan.FromMilliseconds(1005);

    private readonly TestClock _clock = new();
    private readonly WindowLimiter _limiter;

    public WindowLimiterTests() => _limiter = new WindowLimiter(ThreeASecond, Timeout.InfiniteTimeSpan, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    [Fact]
    public async Task Acquire_UpToTheLimit_GoesAtOnce()
    {
        for (int call = 0; call < 3; call++)
        {
            Assert.True((await _limiter.AcquireAsync(1, Cancel)).IsAcquired);
        }

        Assert.Equal(0, _limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task Acquire_BeyondTheLimit_WaitsAWindowAfterALeaseIsGivenBack()
    {
        RateLimitLease[] leases = await AcquireAsync(3);
        ValueTask<RateLimitLease> fourth = _limiter.AcquireAsync(1, Cancel);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(fourth.IsCompleted, "The calls may still be on their way.");

        leases[1].Dispose();
        _clock.Advance(WindowAndSlack - TimeSpan.FromMilliseconds(1));
        Assert.False(fourth.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(fourth.IsCompleted);
        Assert.True((await fourth).IsAcquired);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task Acquire_LongerThanTheLongestWait_IsRefusedWithTheTimeItTakes(int longestWait, bool isWaitedFor)
    {
        await using var limiter = new WindowLimiter(new OperationLimit(1, TimeSpan.FromSeconds(59.995)), TimeSpan.FromSeconds(longestWait), _clock);
        (await limiter.AcquireAsync(1, Cancel)).Dispose();
        _clock.Advance(TimeSpan.FromSeconds(30));

        ValueTask<RateLimitLease> second = limiter.AcquireAsync(1, Cancel);

        Assert.Equal(!isWaitedFor, second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(30));
        using RateLimitLease lease = await second;
        Assert.Equal(isWaitedFor, lease.IsAcquired);
        Assert.Equal(!isWaitedFor, lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter));
        Assert.Equal(isWaitedFor ? TimeSpan.Zero : TimeSpan.FromSeconds(30), retryAfter);
    }

    [Fact]
    public async Task Acquire_OthersWaitAlready_CountsTheirWaitsToo()
    {
        await using var limiter = new WindowLimiter(new OperationLimit(2, TimeSpan.FromSeconds(9.995)), TimeSpan.FromSeconds(15), _clock);
        (await limiter.AcquireAsync(1, Cancel)).Dispose();
        _clock.Advance(TimeSpan.FromSeconds(4));
        (await limiter.AcquireAsync(1, Cancel)).Dispose();
        Task<RateLimitLease>[] waiting = [.. Enumerable.Range(0, 2).Select(_ => limiter.AcquireAsync(1, Cancel).AsTask())];

        using RateLimitLease refused = await limiter.AcquireAsync(1, Cancel);

        // The two places come free in 6 s and 10 s; the third caller has the first of them a window after that.
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter));
        Assert.Equal(16, retryAfter.TotalSeconds, precision: 3);
        Assert.All(waiting, static wait => Assert.False(wait.IsCompleted));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True((await waiting[0]).IsAcquired);
        Assert.False(waiting[1].IsCompleted);
    }

    [Fact]
    public async Task Acquire_WhileThePermitIsInUse_IsAWindowAwayAtLeast()
    {
        await using var limiter = new WindowLimiter(new OperationLimit(1, TimeSpan.FromSeconds(59.995)), TimeSpan.FromSeconds(30), _clock);
        using RateLimitLease inUse = await limiter.AcquireAsync(1, Cancel);

        using RateLimitLease refused = await limiter.AcquireAsync(1, Cancel);

        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter));
        Assert.Equal(TimeSpan.FromSeconds(60), retryAfter);
        Assert.Equal([MetadataName.RetryAfter.Name], refused.MetadataNames);
    }

    [Fact]
    public async Task Lease_DisposedTwice_CountsOnce()
    {
        RateLimitLease[] leases = await AcquireAsync(3);
        leases[0].Dispose();
        leases[0].Dispose();
        _clock.Advance(WindowAndSlack);

        Assert.Equal(1, _limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task Acquire_Several_AreServedInTheirOrder()
    {
        RateLimitLease[] leases = await AcquireAsync(3);
        List<ValueTask<RateLimitLease>> waiting = [.. Enumerable.Range(0, 3).Select(_ => _limiter.AcquireAsync(1, Cancel))];

        leases[0].Dispose();
        _clock.Advance(WindowAndSlack);

        Assert.Equal([true, false, false], waiting.Select(task => task.IsCompleted));
        Assert.Equal(2, _limiter.GetStatistics()!.CurrentQueuedCount);
    }

    [Fact]
    public async Task Acquire_CancelledWhileWaiting_EndsAndTakesNothing()
    {
        RateLimitLease[] leases = await AcquireAsync(3);
        using var cancel = new CancellationTokenSource();
        ValueTask<RateLimitLease> cancelled = _limiter.AcquireAsync(1, cancel.Token);
        ValueTask<RateLimitLease> next = _limiter.AcquireAsync(1, Cancel);

        await cancel.CancelAsync();
        leases[0].Dispose();
        _clock.Advance(WindowAndSlack);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled);
        Assert.True(next.IsCompleted);
        Assert.True((await next).IsAcquired);
    }

    [Fact]
    public async Task Acquire_TokenCancelledBefore_ThrowsAtOnce()
        => await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _limiter.AcquireAsync(1, new CancellationToken(canceled: true)));

    [Fact]
    public async Task AttemptAcquire_NothingFree_SaysSoWithoutWaiting()
    {
        await AcquireAsync(3);

        Assert.False(_limiter.AttemptAcquire().IsAcquired);
        Assert.Equal(1, _limiter.GetStatistics()!.TotalFailedLeases);
    }

    [Fact]
    public async Task Acquire_MoreThanOnePermit_IsRefused()
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _limiter.AcquireAsync(2, Cancel));

    [Fact]
    public async Task Dispose_WhileSomebodyWaits_EndsTheWait()
    {
        await AcquireAsync(3);
        ValueTask<RateLimitLease> waiting = _limiter.AcquireAsync(1, Cancel);

        await _limiter.DisposeAsync();

        Assert.True(waiting.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await _limiter.AcquireAsync(1, Cancel));
    }

    [Fact]
    public async Task Dispose_WithoutAwait_EndsTheWaitToo()
    {
        await AcquireAsync(3);
        ValueTask<RateLimitLease> waiting = _limiter.AcquireAsync(1, Cancel);

        _limiter.Dispose();

        Assert.True(waiting.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await waiting);
        Assert.Throws<ObjectDisposedException>(() => _limiter.AttemptAcquire());
    }

    [Fact]
    public async Task Acquire_NoPermitAtAll_AsksOnlyWhetherAndTakesNone()
    {
        Assert.True(_limiter.AttemptAcquire(0).IsAcquired);
        Assert.Equal(3, _limiter.GetStatistics()!.CurrentAvailablePermits);

        await AcquireAsync(3);
        ValueTask<RateLimitLease> none = _limiter.AcquireAsync(0, Cancel);

        Assert.True(none.IsCompleted);
        Assert.True((await none).IsAcquired);
    }

    [Fact]
    public async Task Acquire_MoreThanOnePermitWhileSomebodyWaits_IsRefusedAtOnce()
    {
        await AcquireAsync(3);
        ValueTask<RateLimitLease> waiting = _limiter.AcquireAsync(1, Cancel);

        var exception = Assert.Throws<ArgumentOutOfRangeException>("permitCount", () => _limiter.AttemptAcquire(2));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("permitCount", () => _limiter.AcquireAsync(2, Cancel).AsTask());

        Assert.StartsWith("One call takes one permit.", exception.Message, StringComparison.Ordinal);
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void Wait_ThatWasGranted_LeavesNothingOnTheCallersToken()
    {
        using var longLived = new CancellationTokenSource();
        WeakReference lease = GrantedAfterAWait(longLived.Token);

        GC.Collect();

        Assert.False(lease.IsAlive);
    }

    [Fact]
    public async Task Acquire_CancelledWhileWaiting_EndsAtOnceWithTheCallersToken()
    {
        await AcquireAsync(3);
        using var cancel = new CancellationTokenSource();
        ValueTask<RateLimitLease> cancelled = _limiter.AcquireAsync(1, cancel.Token);

        await cancel.CancelAsync();

        Assert.True(cancelled.IsCompleted);
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled)).CancellationToken);
        Assert.Equal(0, _limiter.GetStatistics()!.CurrentQueuedCount);
    }

    [Fact]
    public async Task Statistics_AfterLeasesRefusalsAndCancelledWaits_CountEach()
    {
        using var cancel = new CancellationTokenSource();
        RateLimitLease[] leases = await AcquireAsync(3);
        _limiter.AttemptAcquire().Dispose();
        ValueTask<RateLimitLease> cancelled = _limiter.AcquireAsync(1, cancel.Token);
        ValueTask<RateLimitLease> granted = _limiter.AcquireAsync(1, Cancel);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled);
        RateLimiterStatistics full = _limiter.GetStatistics()!;

        Array.ForEach(leases, static lease => lease.Dispose());
        _clock.Advance(WindowAndSlack);
        Assert.True(granted.IsCompleted);
        await granted;
        RateLimiterStatistics later = _limiter.GetStatistics()!;

        Assert.Equal((0, 1, 3L), (full.CurrentAvailablePermits, full.CurrentQueuedCount, full.TotalSuccessfulLeases));
        Assert.Equal((2, 0, 4L), (later.CurrentAvailablePermits, later.CurrentQueuedCount, later.TotalSuccessfulLeases));
    }

    [Fact]
    public async Task Permits_ManyCycles_AreNeverLostNorMadeUp()
    {
        for (int cycle = 0; cycle < 5; cycle++)
        {
            RateLimitLease[] leases = await AcquireAsync(3);
            Assert.False(_limiter.AttemptAcquire().IsAcquired);
            Array.ForEach(leases, static lease => lease.Dispose());
            _clock.Advance(WindowAndSlack);
        }

        Assert.Equal(3, _limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task Lease_Always_HasNoMetadata()
    {
        RateLimitLease lease = (await AcquireAsync(1))[0];

        Assert.Empty(lease.MetadataNames);
        Assert.False(lease.TryGetMetadata(MetadataName.RetryAfter, out _));
    }

    [Fact]
    public void Calls_ThatTakeNoTime_UseAlmostAllOfTheAllowedRate()
    {
        const int Calls = 200;
        const int LongEnough = 1_000_000;
        DateTimeOffset start = _clock.GetUtcNow();
        int granted = 0;
        for (int attempt = 0; attempt < LongEnough && granted < Calls; attempt++)
        {
            using RateLimitLease lease = _limiter.AttemptAcquire();
            granted += lease.IsAcquired ? 1 : 0;
            _clock.Advance(TimeSpan.FromMilliseconds(lease.IsAcquired ? 0 : 1));
        }

        Assert.Equal(Calls, granted);
        double perSecond = (Calls - ThreeASecond.Calls) / (_clock.GetUtcNow() - start).TotalSeconds;
        Assert.InRange(perSecond, 0.98 * 3, 3);
    }

    [Fact]
    public async Task Calls_OfAnyLength_AreNeverMoreThanTheLimitInAWindowOfTheService()
    {
        // The service counts a call somewhere between its start and its answer. Whatever that moment is, four are never within a second.
        var random = new Random(7);
        TimeSpan[][] ways = [.. Enumerable.Range(0, 60).Select(_ => new[] { TimeSpan.FromMilliseconds(random.Next(1, 200)), TimeSpan.FromMilliseconds(random.Next(1, 200)) })];
        var served = new System.Collections.Concurrent.ConcurrentBag<DateTimeOffset>();

        var all = Task.WhenAll(ways.Select(way => CallAsync(way[0], way[1])));
        for (int millisecond = 0; millisecond < 200_000 && !all.IsCompleted; millisecond++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.True(all.IsCompleted);
        await all;
        DateTimeOffset[] inOrder = [.. served.Order()];
        Assert.All(inOrder.Zip(inOrder.Skip(3)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1), $"{pair}"));

        async Task CallAsync(TimeSpan there, TimeSpan back)
        {
            using RateLimitLease lease = await _limiter.AcquireAsync(1, Cancel);
            await Task.Delay(there, _clock, Cancel);
            served.Add(_clock.GetUtcNow());
            await Task.Delay(back, _clock, Cancel);
        }
    }

    // A method of its own, so that no local of the test holds the lease.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference GrantedAfterAWait(CancellationToken token)
    {
        RateLimitLease[] leases = [.. Enumerable.Range(0, 3).Select(_ => _limiter.AttemptAcquire())];
        Task<RateLimitLease> waiting = _limiter.AcquireAsync(1, token).AsTask();
        leases[0].Dispose();
        _clock.Advance(WindowAndSlack);

        Assert.True(waiting.IsCompletedSuccessfully);
        return new WeakReference(waiting.Result);
    }

    private async Task<RateLimitLease[]> AcquireAsync(int count)
    {
        var leases = new RateLimitLease[count];
        for (int index = 0; index < count; index++)
        {
            leases[index] = await _limiter.AcquireAsync(1, Cancel);
        }

        return leases;
    }
}

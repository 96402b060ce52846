namespace OkSign.Client.Tests;

public class TimeoutsTests
{
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_WorkInTime_GivesItsResult() => Assert.Equal(7, await ReceiveAsync(Timeouts(), static _ => Task.FromResult(7), Cancel));

    [Fact]
    public async Task Receive_OtherExceptionAfterTheLimit_ComesAsItIs()
    {
        Task<int> run = ReceiveAsync(Timeouts(), static async token =>
        {
            await new TaskCompletionSource().Task.WaitAsync(token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw new NotSupportedException();
        }, Cancel);

        _clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<NotSupportedException>(() => run);
    }

    [Fact]
    public async Task Receive_CallerAndLimitBoth_IsTheCallersCancellation()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var work = new TaskCompletionSource<int>();
        Task<int> run = ReceiveAsync(Timeouts(), _ => work.Task, stop.Token);

        await stop.CancelAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));
        work.SetException(new OperationCanceledException());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("io")]
    [InlineData("disposed")]
    [InlineData("web")]
    public async Task Receive_ConnectionTornDown_IsWhatTookItDown(string kind)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Exception cause = AbortOf(kind);

        var timeout = await Assert.ThrowsAsync<TimeoutException>(() => RunTornDownAsync(cause, () => _clock.Advance(TimeSpan.FromSeconds(10)), Cancel));
        var cancellation = await Assert.ThrowsAsync<OperationCanceledException>(() => RunTornDownAsync(cause, stop.Cancel, stop.Token));

        Assert.Same(cause, timeout.InnerException);
        Assert.Same(cause, cancellation.InnerException);
        Assert.Equal(stop.Token, cancellation.CancellationToken);
        Assert.Equal("The call was cancelled.", cancellation.Message);
    }

    [Fact]
    public async Task Receive_ConnectionBrokenInTime_ComesAsItIs()
    {
        var cause = new IOException("broken");

        Assert.Same(cause, await Assert.ThrowsAsync<IOException>(() => RunTornDownAsync(cause, static () => { }, Cancel)));
    }

    [Fact]
    public async Task Receive_LimitPassed_TellsTheComplaintAndKeepsTheCause()
    {
        Task<int> receive = ReceiveAsync(Timeouts(), new TaskCompletionSource<int>(), Cancel);

        _clock.Advance(TimeSpan.FromSeconds(10));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => receive);
        Assert.Equal("nothing for 30 s", exception.Message);
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
    }

    [Fact]
    public async Task Receive_CallerCancelled_IsTheCallersCancellation()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<int> receive = ReceiveAsync(Timeouts(), new TaskCompletionSource<int>(), stop.Token);

        await stop.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => receive);
        Assert.Equal(stop.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Receive_AfterWorkInTime_HasTheWholeLimitAgain()
    {
        Timeouts timeouts = Timeouts();
        await ReceiveOneAsync(timeouts, after: TimeSpan.FromSeconds(9));
        _clock.Advance(TimeSpan.FromSeconds(60));
        var work = new TaskCompletionSource<int>();

        Task<int> receive = ReceiveAsync(timeouts, work, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(9));

        Assert.False(receive.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => receive);
    }

    [Fact]
    public async Task Receive_AfterALimitThatPassed_BeginsAnew()
    {
        Timeouts timeouts = Timeouts();
        Task<int> late = ReceiveAsync(timeouts, new TaskCompletionSource<int>(), Cancel);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<TimeoutException>(() => late);

        Assert.Equal(7, await ReceiveOneAsync(timeouts, after: TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public async Task Receive_TokenOfAnEarlierCallCancelled_DoesNotTouchALaterOne()
    {
        Timeouts timeouts = Timeouts();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = new TaskCompletionSource<int>();
        var second = new TaskCompletionSource<int>();
        Task<int> earlier = ReceiveAsync(timeouts, first, stop.Token);
        first.SetResult(1);
        await earlier;

        Task<int> later = ReceiveAsync(timeouts, second, Cancel);
        await stop.CancelAsync();
        second.SetResult(2);

        Assert.Equal(2, await later);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(69, 30)]
    [InlineData(70, 30)]
    [InlineData(71, 29)]
    [InlineData(99, 1)]
    [InlineData(100, 0)]
    [InlineData(130, 0)]
    public void IdleWithinAttempt_SomeTimeAfterItBegan_IsWhatIsLeft(int seconds, int expected)
    {
        Timeouts timeouts = Timeouts();
        long began = timeouts.Now();

        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(TimeSpan.FromSeconds(expected), timeouts.IdleWithinAttempt(began));
    }

    // A timer can be used again only on the machine's own clock; these tests never wait for it.
    [Fact]
    public void Borrow_AfterATimerCameBack_GivesItAgain()
    {
        Timeouts timeouts = OnSystemClock();
        CancellationTokenSource first = timeouts.Borrow(OneHour);
        timeouts.GiveBack(first);

        CancellationTokenSource second = timeouts.Borrow(TimeSpan.Zero);

        Assert.Same(first, second);
        Assert.True(second.Token.WaitHandle.WaitOne());
    }

    [Fact]
    public void GiveBack_TimerThatRan_IsDisposedOf()
    {
        Timeouts timeouts = Timeouts();
        CancellationTokenSource timer = timeouts.Borrow(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(5));

        timeouts.GiveBack(timer);

        Assert.Throws<ObjectDisposedException>(() => timer.Token);
        Assert.NotSame(timer, timeouts.Borrow(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void GiveBack_MoreThanThirtyTwo_KeepsNoMore()
    {
        Timeouts timeouts = OnSystemClock();
        CancellationTokenSource[] timers = [.. Enumerable.Range(0, 33).Select(_ => timeouts.Borrow(OneHour))];

        foreach (CancellationTokenSource timer in timers)
        {
            timeouts.GiveBack(timer);
        }

        Assert.Equal(timers.Take(32), Enumerable.Range(0, 32).Select(_ => timeouts.Borrow(OneHour)));
        Assert.Throws<ObjectDisposedException>(() => timers[32].Token);
    }

    [Fact]
    public async Task Receive_WorkDone_GivesItsTimerBack()
    {
        Timeouts timeouts = OnSystemClock();
        CancellationTokenSource spare = timeouts.Borrow(OneHour);
        timeouts.GiveBack(spare);

        await ReceiveAsync(timeouts, static _ => Task.FromResult(1), Cancel);

        Assert.Same(spare, timeouts.Borrow(OneHour));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AttemptLimit_DisposedOf_SharesItsTimerUnlessABodyMayOutliveIt(bool hasBody)
    {
        Timeouts timeouts = OnSystemClock();
        CancellationToken first;
        using (var limit = new AttemptLimit(timeouts, hasBody, Cancel))
        {
            first = limit.Token;
        }

        using var next = new AttemptLimit(timeouts, hasBody: false, Cancel);

        Assert.Equal(!hasBody, first == next.Token);
    }

    [Fact]
    public async Task AttemptLimit_DisposedOf_HearsNoMoreOfItsCaller()
    {
        Timeouts timeouts = OnSystemClock();
        using var caller = new CancellationTokenSource();
        new AttemptLimit(timeouts, hasBody: false, caller.Token).Dispose();
        using var next = new AttemptLimit(timeouts, hasBody: false, Cancel);

        await caller.CancelAsync();

        Assert.False(next.Token.IsCancellationRequested);
    }

    private static Exception AbortOf(string kind)
        => kind switch
        {
            "http" => new HttpRequestException("torn down"),
            "io" => new IOException("torn down"),
            "disposed" => new ObjectDisposedException("body"),
            _ => new System.Net.WebException("torn down"),
        };

    private async Task RunTornDownAsync(Exception cause, Action tearDown, CancellationToken token)
    {
        var work = new TaskCompletionSource<int>();
        Task run = ReceiveAsync(Timeouts(), _ => work.Task, token);
        tearDown();
        work.SetException(cause);
        await run;
    }

    private static Task<int> ReceiveAsync(Timeouts timeouts, TaskCompletionSource<int> work, CancellationToken token)
        => ReceiveAsync(timeouts, work.Task.WaitAsync, token);

    private static Task<int> ReceiveAsync(Timeouts timeouts, Func<CancellationToken, Task<int>> work, CancellationToken token)
        => timeouts.ReceiveAsync(
            new HttpResponseMessage(),
            TimeSpan.FromSeconds(10),
            static timeouts => $"nothing for {timeouts.Idle.TotalSeconds} s",
            work,
            static (work, token) => new ValueTask<int>(work(token)),
            token).AsTask();

    private async Task<int> ReceiveOneAsync(Timeouts timeouts, TimeSpan after)
    {
        var work = new TaskCompletionSource<int>();
        Task<int> receive = ReceiveAsync(timeouts, work, Cancel);
        _clock.Advance(after);
        work.SetResult(7);
        return await receive;
    }

    private static Timeouts OnSystemClock() => new(OneHour, OneHour, TimeProvider.System);

    private Timeouts Timeouts() => new(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(30), _clock);
}

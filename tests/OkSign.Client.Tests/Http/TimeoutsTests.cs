namespace OkSign.Client.Tests;

public class TimeoutsTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WorkInTime_GivesItsResult() => Assert.Equal(7, await RunAsync((_, _) => Task.FromResult(7)));

    [Fact]
    public async Task Run_WorkThatExtendsTheLimit_HasThatTime()
    {
        var work = new TaskCompletionSource<int>();
        Task<int> run = RunAsync((timer, token) =>
        {
            timer.CancelAfter(TimeSpan.FromSeconds(60));
            return work.Task.WaitAsync(token);
        });

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(run.IsCompleted);
        work.SetResult(7);

        Assert.Equal(7, await run);
    }

    [Fact]
    public async Task Run_LimitPassed_TellsTheComplaintAndKeepsTheCause()
    {
        var work = new TaskCompletionSource<int>();
        Task<int> run = RunAsync((_, token) => work.Task.WaitAsync(token));

        _clock.Advance(TimeSpan.FromSeconds(10));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => run);
        Assert.Equal("too slow", exception.Message);
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
    }

    [Fact]
    public async Task Run_OtherExceptionAfterTheLimit_ComesAsItIs()
    {
        Task<int> run = RunAsync(async (_, token) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw new NotSupportedException();
        });

        _clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<NotSupportedException>(() => run);
    }

    [Fact]
    public async Task Run_CallerAndLimitBoth_IsTheCallersCancellation()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var work = new TaskCompletionSource<int>();
        Task<int> run = Timeouts().RunAsync(TimeSpan.FromSeconds(10), "too slow", (_, _) => work.Task, stop.Token);

        await stop.CancelAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));
        work.SetException(new OperationCanceledException());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private Timeouts Timeouts() => new(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(30), _clock);

    private Task<int> RunAsync(Func<CancellationTokenSource, CancellationToken, Task<int>> work)
        => Timeouts().RunAsync(TimeSpan.FromSeconds(10), "too slow", work, Cancel);
}

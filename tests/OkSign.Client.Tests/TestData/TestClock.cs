using Microsoft.Extensions.Time.Testing;

namespace OkSign.Client.Tests;

/// <summary>A clock that a test moves, and that remembers which times were asked of it.</summary>
internal sealed class TestClock : FakeTimeProvider
{
    public TestClock()
        : base(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The waits and limits that were begun, in order.</summary>
    public List<TimeSpan> Begun { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Begun.Add(dueTime);
        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Moves on, second by second, until the work is done, and gives its result or exception.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        await RunAsync((Task)work);
        return await work;
    }

    /// <summary>Moves on, second by second, until the work is done.</summary>
    public async Task RunAsync(Task work)
    {
        const int Limit = 100_000;
        for (int second = 0; second < Limit && !work.IsCompleted; second++)
        {
            Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(work.IsCompleted, $"Not done after {Limit} s.");
        await work;
    }
}

namespace OkSign.Client.Tests;

/// <summary>A clock on which every wait is over at once, and has taken its time: for long stories without any waiting.</summary>
internal sealed class InstantClock(DateTimeOffset start) : TimeProvider
{
    private TimeSpan _elapsed;

    /// <summary>What is shown wrongly: how far the clock was set forward or back, which no wait notices.</summary>
    public TimeSpan SetBy { get; set; }

    /// <summary>The waits that were asked for, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>The time that it really is.</summary>
    public DateTimeOffset TrueNow => start + _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => _elapsed += time;

    public override DateTimeOffset GetUtcNow() => TrueNow + SetBy;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        Advance(dueTime);
        callback(state);
        return new Done();
    }

    private sealed class Done : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}

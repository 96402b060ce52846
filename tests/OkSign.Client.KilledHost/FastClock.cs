namespace OkSign.Client.KilledHost;

/// <summary>
/// A clock on which an hour is over in seconds: the service wants to be asked once in three minutes. All processes that have the same beginning and speed
/// agree on the time.
/// </summary>
/// <param name="beginning">When it was the same time as on the machine's clock.</param>
/// <param name="speed">How many times as fast it goes.</param>
internal sealed class FastClock(DateTimeOffset beginning, int speed) : TimeProvider
{
    public override long TimestampFrequency => System.TimestampFrequency / speed;

    public override DateTimeOffset GetUtcNow() => beginning + ((System.GetUtcNow() - beginning) * speed);

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new FastTimer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    private TimeSpan Real(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / speed;

    private sealed class FastTimer(ITimer timer, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>
/// A clock for a client on a real network: a pause is over at once, and has taken its time; a limit of time passes only when a test says so,
/// however long the network really takes.
/// </summary>
/// <param name="doPausesPass">False when a pause has no end.</param>
internal sealed class PauseClock(bool doPausesPass = true) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly List<Limit> _limits = [];
    private readonly List<TimeSpan> _pauses = [];
    private readonly TaskCompletionSource _paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _elapsed;
    private TimeSpan? _nextOver;
    private bool _doLimitsPass;

    /// <summary>How long an answer may take; a timer of that length is a limit and no pause.</summary>
    public static TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a transfer may stand still.</summary>
    public static TimeSpan IdleTimeout { get; } = TimeSpan.FromSeconds(30);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    private TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>Is done when the first pause has begun.</summary>
    public Task Paused => _paused.Task;

    /// <summary>The pauses that were made since this was asked last.</summary>
    public IReadOnlyList<TimeSpan> TakePauses()
    {
        lock (_gate)
        {
            TimeSpan[] pauses = [.. _pauses];
            _pauses.Clear();
            return pauses;
        }
    }

    /// <summary>Whether every limit is over as soon as it is set, and those that are set now.</summary>
    public bool DoLimitsPass
    {
        set
        {
            lock (_gate)
            {
                _doLimitsPass = value;
                foreach (Limit limit in value ? _limits.Where(static limit => limit.Due is not null).ToArray() : [])
                {
                    PassTo(limit);
                }
            }
        }
    }

    /// <summary>Lets the next limit of a length pass: one that is set, or else the first that will be.</summary>
    public void LetLimitPass(TimeSpan length)
    {
        lock (_gate)
        {
            if (_limits.FirstOrDefault(limit => limit.Due is not null && limit.Length == length) is { } next)
            {
                PassTo(next);
            }
            else
            {
                _nextOver = length;
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            var limit = new Limit(this, callback, state);
            _limits.Add(limit);
            if (dueTime == Timeout.InfiniteTimeSpan || dueTime == AttemptTimeout || dueTime == IdleTimeout)
            {
                limit.Change(dueTime, period);
            }
            else
            {
                Pause(limit, dueTime);
            }

            return limit;
        }
    }

    private void Pause(Limit limit, TimeSpan time)
    {
        _pauses.Add(time);
        _paused.TrySetResult();
        if (doPausesPass)
        {
            limit.Due = _elapsed + time;
            PassTo(limit);
        }
    }

    private void PassTo(Limit limit)
    {
        _elapsed = limit.Due > _elapsed ? limit.Due.Value : _elapsed;
        limit.Due = null;
        ThreadPool.QueueUserWorkItem(static limit => limit.Fire(), limit, preferLocal: false);
    }

    private bool Set(Limit limit, TimeSpan dueTime)
    {
        lock (_gate)
        {
            limit.Due = dueTime == Timeout.InfiniteTimeSpan ? null : _elapsed + dueTime;
            limit.Length = dueTime;
            if (limit.Due is not null && (dueTime == TimeSpan.Zero || dueTime == _nextOver || _doLimitsPass))
            {
                _nextOver = null;
                PassTo(limit);
            }

            return true;
        }
    }

    private void Remove(Limit limit)
    {
        lock (_gate)
        {
            limit.Due = null;
            _limits.Remove(limit);
        }
    }

    private sealed class Limit(PauseClock clock, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>When it is over by itself; null while it is not set.</summary>
        public TimeSpan? Due { get; set; }

        /// <summary>How long it was set to last.</summary>
        public TimeSpan Length { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime);

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

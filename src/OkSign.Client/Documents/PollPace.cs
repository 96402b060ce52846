namespace OkSign.Client;

/// <summary>Keeps the service's rule: so long between the end of one call and the next, and longer when the service asks for it.</summary>
internal sealed class PollPace
{
    /// <summary>The longest wait that the service may ask for.</summary>
    public static readonly TimeSpan LongestHint = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock;
    private readonly TimeSpan _interval;
    private long _since;
    private TimeSpan _pause;

    /// <param name="clock">The clock.</param>
    /// <param name="interval">The time between two calls.</param>
    /// <param name="notBefore">What <see cref="Called"/> gave before a restart.</param>
    public PollPace(TimeProvider clock, TimeSpan interval, DateTimeOffset? notBefore)
    {
        _clock = clock;
        _interval = interval;
        _since = clock.GetTimestamp();
        _pause = notBefore - clock.GetUtcNow() ?? TimeSpan.Zero;
        if (_pause > Longest(interval, LongestHint))
        {
            // No pause is that long: the clock was set back, and tells nothing about the last call.
            _pause = interval;
        }
    }

    /// <summary>A call has ended just now.</summary>
    /// <param name="hint">How long the service asks to wait, if it does.</param>
    /// <returns>When the next one may begin, by the clock; waiting itself does not depend on the clock being set.</returns>
    public DateTimeOffset Called(TimeSpan? hint)
    {
        TimeSpan asked = hint ?? TimeSpan.Zero;
        _pause = Longest(_interval, asked < LongestHint ? asked : LongestHint);
        _since = _clock.GetTimestamp();
        return _clock.GetUtcNow() + _pause;
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (_pause - _clock.GetElapsedTime(_since) is var left && left > TimeSpan.Zero)
        {
            // Timers count whole milliseconds, and would round down.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

namespace OkSign.Client;

/// <summary>Looks at something until it is as wanted: in intervals that grow while nothing happens, and for a limited time if that is set.</summary>
internal sealed class PoliteWait(TimeSpan interval, TimeSpan longestInterval, TimeSpan? timeLimit, TimeProvider timeProvider)
{
    private const double Growth = 1.5;

    // Less would be impolite: OKSign is thought to allow three calls a second to the whole account.
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">A time makes no sense.</exception>
    public static void ThrowIfBroken(TimeSpan interval, TimeSpan longestInterval, TimeSpan? timeLimit, string parameterName)
    {
        if (interval < ShortestInterval || longestInterval < interval || longestInterval > TimeSpan.FromDays(1))
        {
            throw new ArgumentException($"Interval is {ShortestInterval.TotalSeconds} s or more, and LongestInterval no less, up to a day.", parameterName);
        }

        if (timeLimit < TimeSpan.Zero)
        {
            throw new ArgumentException("TimeLimit is zero or more.", parameterName);
        }
    }

    /// <summary>Waits.</summary>
    /// <param name="look">Has a look; null when it is not yet as wanted.</param>
    /// <param name="what">What did not happen, for the message.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public async Task<T> UntilAsync<T>(Func<CancellationToken, Task<T?>> look, string what, CancellationToken cancellationToken)
        where T : class
    {
        long start = timeProvider.GetTimestamp();
        TimeSpan pause = interval;
        while (true)
        {
            if (await look(cancellationToken).ConfigureAwait(false) is { } seen)
            {
                return seen;
            }

            await PauseAsync(pause, timeProvider.GetElapsedTime(start), what, cancellationToken).ConfigureAwait(false);
            pause = Min(TimeSpan.FromTicks((long)(pause.Ticks * Growth)), longestInterval);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private async Task PauseAsync(TimeSpan pause, TimeSpan elapsed, string what, CancellationToken cancellationToken)
    {
        TimeSpan left = timeLimit is { } limit ? limit - elapsed : TimeSpan.MaxValue;
        if (left <= TimeSpan.Zero)
        {
            throw new TimeoutException($"{what} within {timeLimit}.");
        }

        await Task.Delay(Min(pause, left), timeProvider, cancellationToken).ConfigureAwait(false);
    }
}

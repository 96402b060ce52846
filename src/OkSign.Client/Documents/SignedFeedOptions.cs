namespace OkSign.Client;

/// <summary>How <see cref="DocumentsClient.WatchSignedAsync"/> asks. The defaults are meant to be left alone.</summary>
public sealed record SignedFeedOptions
{
    internal static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The shortest <see cref="Interval"/>, which is the service's rule: three minutes.</summary>
    public static TimeSpan MinInterval { get; } = TimeSpan.FromMinutes(3);

    /// <summary>The time from the end of one call to the next: from 3 minutes, which is the default, to a day.</summary>
    public TimeSpan Interval
    {
        get;
        init => field = Within(value, MinInterval, nameof(Interval));
    }
    = MinInterval;

    /// <summary>
    /// How far this machine's clock and the service's may be apart, in either direction: 10 minutes unless set, a day at most. A
    /// signature is not missed as long as they are no further apart. Where the service's clock is ahead, it is told that much later.
    /// </summary>
    public TimeSpan ClockTolerance
    {
        get;
        init => field = Within(value, TimeSpan.Zero, nameof(ClockTolerance));
    }
    = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long after its timestamp a signature may take to appear in the service's answers: 10 minutes unless set, a day at most. The
    /// overlap of two windows is this and <see cref="ClockTolerance"/> together.
    /// </summary>
    public TimeSpan Latency
    {
        get;
        init => field = Within(value, TimeSpan.Zero, nameof(Latency));
    }
    = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The longest window that is asked for, because the service wants short ones: a day unless set, 31 days at most, and at least twice
    /// <see cref="Interval"/>, <see cref="ClockTolerance"/> and <see cref="Latency"/> together. What an outage left to catch up with is
    /// asked for in windows of this length, one in every interval.
    /// </summary>
    public TimeSpan MaxWindow { get; init; } = Day;

    internal TimeSpan Overlap => ClockTolerance + Latency;

    /// <exception cref="ArgumentException">The settings do not go together.</exception>
    internal void Check(string parameterName)
    {
        TimeSpan least = Interval + Overlap + Interval + Overlap;
        if (MaxWindow < least || MaxWindow > TimeSpan.FromDays(31))
        {
            throw new ArgumentException(
                $"{nameof(MaxWindow)} is {MaxWindow}; with the other settings it must be from {least} to 31 days.",
                parameterName);
        }
    }

    private static TimeSpan Within(TimeSpan value, TimeSpan least, string name)
        => value >= least && value <= Day
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"From {least} to {Day}.");
}

namespace OkSign.Client.OkDokument;

/// <summary>How to wait for the end of a round of signing.</summary>
public sealed record RoundWaitOptions
{
    /// <summary>
    /// How long to leave the service alone after the first look: 10 seconds unless set, 1 second at least. While nothing happens the pause grows by half each
    /// time, up to <see cref="LongestInterval"/>.
    /// </summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause: 2 minutes unless set.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After how long to give up with a <see cref="TimeoutException"/>; never unless set.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Is told after every look.</summary>
    public IProgress<RoundProgress>? Progress { get; init; }

    /// <exception cref="ArgumentException">A time makes no sense.</exception>
    internal void ThrowIfBroken(string parameterName) => PoliteWait.ThrowIfBroken(Interval, LongestInterval, TimeLimit, parameterName);

    internal PoliteWait ToWait(TimeProvider timeProvider) => new(Interval, LongestInterval, TimeLimit, timeProvider);
}

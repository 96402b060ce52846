namespace OkSign.Client;

/// <summary>How to wait for signatures.</summary>
public sealed record WaitOptions
{
    // Less would be impolite: the service is thought to allow three calls a second to the whole account.
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

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
    public IProgress<SigningProgress>? Progress { get; init; }

    /// <exception cref="ArgumentException">A time makes no sense.</exception>
    internal void ThrowIfBroken(string parameterName)
    {
        if (Interval < ShortestInterval || LongestInterval < Interval || LongestInterval > TimeSpan.FromDays(1))
        {
            throw new ArgumentException($"Interval is {ShortestInterval.TotalSeconds} s or more, and LongestInterval no less, up to a day.", parameterName);
        }

        if (TimeLimit < TimeSpan.Zero)
        {
            throw new ArgumentException("TimeLimit is zero or more.", parameterName);
        }
    }
}

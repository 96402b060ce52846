namespace OkSign.Client.AspNetCore;

/// <summary>How events are handled, of both services.</summary>
public sealed class OkSignEventOptions
{
    private static readonly TimeSpan LongestMemory = TimeSpan.FromDays(36_500);

    /// <summary>
    /// How long a handler may take: 2 minutes unless set. Then its token is cancelled, which it must heed, and it counts as failed. Another host, or this one after it was
    /// killed, takes an event over half a minute later.
    /// </summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long after the first failure an event is handled again: 5 seconds unless set; twice as long after each further one.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest time between two tries: 15 minutes unless set. An event is tried until it is handled.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the store is asked for what is due: every 5 seconds unless set.</summary>
    public TimeSpan ScanInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For how long the service may be behind its own call: 1 hour unless set. A call that tells of a signature that the service does not (yet) know of is looked into
    /// until then, and dropped.
    /// </summary>
    public TimeSpan ConfirmWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long it is remembered that an event was handled: 550 days unless set, which is how long OKSign keeps an audit trail.</summary>
    public TimeSpan KeepCompleted { get; set; } = TimeSpan.FromDays(550);

    /// <summary>How many events are handled at once: 8 unless set.</summary>
    public int MaxConcurrent { get; set; } = 8;

    internal IEnumerable<string> Problems()
    {
        if (!Waits.AreSensible(HandlerTimeout, FirstRetry, LongestRetry, ScanInterval))
        {
            yield return $"{nameof(HandlerTimeout)}, {nameof(FirstRetry)}, {nameof(LongestRetry)} and {nameof(ScanInterval)} must be positive, and {Waits.Longest.Days} days at most.";
        }

        if (LongestRetry < FirstRetry)
        {
            yield return $"{nameof(LongestRetry)} must not be shorter than {nameof(FirstRetry)}.";
        }

        if (ConfirmWithin < TimeSpan.Zero || ConfirmWithin > Waits.Longest)
        {
            yield return $"{nameof(ConfirmWithin)} must be from zero to {Waits.Longest.Days} days.";
        }

        if (KeepCompleted <= TimeSpan.Zero || KeepCompleted > LongestMemory)
        {
            yield return $"{nameof(KeepCompleted)} must be positive, and {LongestMemory.Days} days at most.";
        }

        if (MaxConcurrent < 1)
        {
            yield return $"{nameof(MaxConcurrent)} must be at least 1.";
        }
    }

    /// <summary>The time until the next try.</summary>
    internal TimeSpan Backoff(int attempts)
    {
        double span = FirstRetry.TotalMilliseconds * Math.Pow(2, Math.Max(attempts - 1, 0));
        return TimeSpan.FromMilliseconds(Math.Min(span, LongestRetry.TotalMilliseconds));
    }
}

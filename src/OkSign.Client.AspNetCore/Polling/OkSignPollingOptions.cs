namespace OkSign.Client.AspNetCore;

/// <summary>How OKSign is asked for what is new. It wants to be asked for signatures once in three minutes, and for delivery errors as well.</summary>
public sealed class OkSignPollingOptions
{
    /// <summary>
    /// How far back the very first question goes, when there is no checkpoint: a day unless set. With a store in memory that is after every start.
    /// </summary>
    public TimeSpan LookBack { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often to ask for delivery errors: every 15 minutes unless set, 3 at least. A call to the endpoint for them makes it sooner.</summary>
    public TimeSpan DeliveryErrorInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait when polling has ended, by credentials that are not accepted for one: 5 minutes unless set.</summary>
    public TimeSpan RestartDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How the feed of signatures asks; its interval is three minutes at least.</summary>
    internal SignedFeedOptions Feed { get; private set; } = new();

    /// <summary>Changes how the feed of signatures asks: its interval, its overlaps, its longest window.</summary>
    /// <param name="feed">The settings.</param>
    public void UseFeed(SignedFeedOptions feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        Feed = feed;
    }

    internal IEnumerable<string> Problems()
    {
        if (LookBack < TimeSpan.Zero || LookBack > TimeSpan.FromDays(550))
        {
            yield return $"{nameof(LookBack)} must be from zero to 550 days.";
        }

        if (DeliveryErrorInterval < DeliveryErrorPoller.LeastInterval || DeliveryErrorInterval > Waits.Longest)
        {
            yield return $"{nameof(DeliveryErrorInterval)} must be from {DeliveryErrorPoller.LeastInterval} to {Waits.Longest.Days} days.";
        }

        if (!Waits.AreSensible(RestartDelay))
        {
            yield return $"{nameof(RestartDelay)} must be positive, and {Waits.Longest.Days} days at most.";
        }
    }
}

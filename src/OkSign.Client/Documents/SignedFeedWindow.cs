namespace OkSign.Client;

/// <summary>The window of time that one call asks for, by this machine's clock.</summary>
/// <remarks>
/// Why nothing is missed: let the clocks differ by the tolerance at most, and a signature appear within the latency. A signature that a call
/// at time <c>t</c> does not show yet has then a timestamp after <c>t - tolerance - latency</c>, and there the next window starts.
/// </remarks>
internal readonly record struct SignedFeedWindow(DateTimeOffset From, DateTimeOffset Until)
{
    public static SignedFeedWindow After(SignedFeedCheckpoint checkpoint, SignedFeedOptions options, DateTimeOffset now)
    {
        DateTimeOffset from = checkpoint.IsBeginning ? checkpoint.From - options.Overlap : checkpoint.From;
        if (from >= now)
        {
            // The caller began in the future, or the clock was set back by more than the overlap: what it said before is worth nothing.
            from = now - options.Overlap;
        }

        DateTimeOffset longest = from + options.MaxWindow;
        return new SignedFeedWindow(from, longest < now ? longest : now);
    }

    /// <summary>Where the next window starts when this one was answered. Never before this one, also when the clock was set back a little.</summary>
    public DateTimeOffset NextFrom(SignedFeedOptions options)
    {
        DateTimeOffset next = Until - options.Overlap;
        return next < From ? From : next;
    }
}

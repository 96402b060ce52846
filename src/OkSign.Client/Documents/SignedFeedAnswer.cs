namespace OkSign.Client;

/// <summary>What the answer for one window adds to what was reported before.</summary>
internal sealed class SignedFeedAnswer(SignedFeedCheckpoint before, SignedFeedWindow window, IReadOnlyList<SigningEvent> rows)
{
    // Timestamps have whole seconds, and it is not known which way the service rounds.
    private static readonly TimeSpan Rounding = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The new signatures in order of their time, each with the checkpoint for when it is handled; one item without a signature when there
    /// is none. Until the last one is handled the window stays open: a restart asks for it again, and knows which ones were handled.
    /// </summary>
    public IEnumerable<SignedFeedItem> Items(SignedFeedOptions options, DateTimeOffset notBefore)
    {
        List<(SigningEvent Event, SignatureMark Mark)> news = News();

        // All checkpoints of this answer share one array, of which each sees a longer part.
        SignatureMark[] reported = [.. before.Reported.Span, .. news.Select(static item => item.Mark)];
        DateTimeOffset nextFrom = window.NextFrom(options);
        var after = new SignedFeedCheckpoint(nextFrom, notBefore, MayComeAgain(reported, nextFrom));
        for (int index = 0; index < news.Count - 1; index++)
        {
            ReadOnlyMemory<SignatureMark> handled = reported.AsMemory(0, before.Reported.Length + index + 1);
            yield return new SignedFeedItem(new SignedFeedCheckpoint(window.From, notBefore, handled)) { Event = news[index].Event };
        }

        yield return new SignedFeedItem(after) { Event = news.LastOrDefault().Event };
    }

    /// <summary>
    /// The rows that were not reported. Two that are alike are two signatures: a row is new when the answer has more of its kind than
    /// were reported.
    /// </summary>
    private List<(SigningEvent Event, SignatureMark Mark)> News()
    {
        Dictionary<ulong, int> known = CountsOf(before.Reported.Span);
        List<(SigningEvent Event, SignatureMark Mark)> news = [];
        foreach (SigningEvent row in rows
            .OrderBy(static row => row.Timestamp ?? DateTimeOffset.MaxValue)
            .ThenBy(static row => row.SignaturesPlaced))
        {
            var mark = SignatureMark.Of(row);
            known.TryGetValue(mark.Hash, out int left);
            if (left > 0)
            {
                known[mark.Hash] = left - 1;
            }
            else
            {
                news.Add((row, mark));
            }
        }

        return news;
    }

    /// <summary>
    /// What the next answers may hold again: by its time, and whatever this answer held. Times alone are not to be trusted: some cannot be
    /// read, and how exactly the service keeps to a window is not known.
    /// </summary>
    private SignatureMark[] MayComeAgain(SignatureMark[] reported, DateTimeOffset nextFrom)
    {
        long earliest = (nextFrom - Rounding).ToUnixTimeSeconds();
        long latest = (window.Until + SignedFeedOptions.Day).ToUnixTimeSeconds();
        HashSet<ulong> answered = [.. rows.Select(static row => SignatureMark.Of(row).Hash)];
        return [.. reported.Where(mark => (mark.Second >= earliest && mark.Second <= latest) || answered.Contains(mark.Hash))];
    }

    private static Dictionary<ulong, int> CountsOf(ReadOnlySpan<SignatureMark> marks)
    {
        Dictionary<ulong, int> counts = [];
        foreach (SignatureMark mark in marks)
        {
            counts.TryGetValue(mark.Hash, out int count);
            counts[mark.Hash] = count + 1;
        }

        return counts;
    }
}

namespace OkSign.Emulator.Dashboard;

/// <summary>The newest rows of a list, newest first, and how many there are in all.</summary>
internal sealed record Listing<T>(int Total, IReadOnlyList<T> Rows);

/// <summary>Makes listings.</summary>
internal static class Listing
{
    // More than anybody reads, and few enough to be sent at every change.
    private const int Shown = 100;

    /// <param name="oldestFirst">The whole list.</param>
    /// <param name="row">Makes a row of an element and its place in the list.</param>
    public static Listing<TRow> Of<T, TRow>(IReadOnlyList<T> oldestFirst, Func<T, int, TRow> row)
    {
        int first = Math.Max(0, oldestFirst.Count - Shown);
        return new Listing<TRow>(
            oldestFirst.Count, [.. oldestFirst.Skip(first).Select((element, index) => row(element, first + index)).Reverse()]);
    }

    public static Listing<TRow> Of<T, TRow>(IReadOnlyList<T> oldestFirst, Func<T, TRow> row) => Of(oldestFirst, (element, _) => row(element));
}

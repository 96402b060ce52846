namespace OkSign.Client.Benchmarks;

/// <summary>A figure of both clients, and whether the library's keeps its goal.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Library">The library's figure, with its unit.</param>
/// <param name="HandWritten">The other client's.</param>
/// <param name="Goal">What the library's should be.</param>
/// <param name="IsMet">Whether it is; null where there is no goal.</param>
/// <param name="IsGated">Whether it is the same on every machine, so that missing the goal may fail a build.</param>
internal sealed record Finding(string What, string Library, string HandWritten, string Goal, bool? IsMet, bool IsGated)
{
    public static string Header { get; } =
        """
        | what | OkSign.Client | hand-written | goal | verdict |
        |---|---:|---:|---:|---|
        """;

    /// <summary>A row of a Markdown table.</summary>
    public override string ToString() => $"| {What} | {Library} | {HandWritten} | {Goal} | {Verdict} |";

    private string Verdict
        => IsMet switch
        {
            true => "kept",
            false => "**missed**",
            null => "reported",
        };
}

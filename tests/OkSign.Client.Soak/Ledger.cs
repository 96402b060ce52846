namespace OkSign.Client.Soak;

/// <summary>Counts what the application did and saw.</summary>
internal sealed class Ledger
{
    private int _operations;
    private int _documents;
    private int _roundDocuments;
    private int _rounds;
    private int _unclear;
    private int _failures;

    public int Operations => Volatile.Read(ref _operations);

    public int Documents => Volatile.Read(ref _documents);

    /// <summary>The rounds of signing at OKdokument.</summary>
    public int Rounds => Volatile.Read(ref _rounds);

    public int Unclear => Volatile.Read(ref _unclear);

    public int Failures => Volatile.Read(ref _failures);

    /// <summary>The documents that are still there at the end.</summary>
    public IReadOnlyList<string> Left { get; set; } = [];

    public int NextDocument() => Interlocked.Increment(ref _documents);

    public int NextRoundDocument() => Interlocked.Increment(ref _roundDocuments);

    public void CountRound() => Interlocked.Increment(ref _rounds);

    public void CountOperation() => Interlocked.Increment(ref _operations);

    public void CountFailure(bool isUnclear)
    {
        Interlocked.Increment(ref _failures);
        if (isUnclear)
        {
            Interlocked.Increment(ref _unclear);
        }
    }
}

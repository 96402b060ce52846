namespace OkSign.Client;

/// <summary>A cross-reference table, read window by window: <c>xref</c>, subsections, and <c>trailer</c>.</summary>
internal sealed class PdfCrossReferenceTable(PdfCrossReferences references)
{
    private readonly List<int> _unused = [];
    private bool _hasBegun;
    private long _next;
    private long _left;

    /// <summary>Whether the word <c>trailer</c> was reached.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes what is whole in a window of the file, and tells how many bytes that was.</summary>
    /// <exception cref="PdfNotUnderstoodException">It is malformed, or the file ends within it.</exception>
    public int Take(ReadOnlySpan<byte> window)
    {
        int taken = 0;
        var tokenizer = new PdfTokenizer(window);
        while (!IsComplete && TryTakeLine(window.Length, ref tokenizer))
        {
            taken = tokenizer.Position;
        }

        bool isCutOff = tokenizer.Position == window.Length;
        return taken > 0 && (IsComplete || isCutOff) ? taken : throw new PdfNotUnderstoodException("The cross-reference table is malformed.");
    }

    /// <summary>
    /// Adds the numbers that are not in use. In a hybrid file some of them are, by the section's stream, so that is to be read before.
    /// </summary>
    public void AddUnused()
    {
        foreach (int number in _unused)
        {
            references.Add(number, PdfLocation.Unused);
        }
    }

    private bool TryTakeLine(int windowLength, ref PdfTokenizer tokenizer)
        => !_hasBegun ? TryTakeStart(windowLength, ref tokenizer)
            : _left > 0 ? TryTakeEntry(windowLength, ref tokenizer)
            : TryTakeSubsection(windowLength, ref tokenizer);

    private bool TryTakeStart(int windowLength, ref PdfTokenizer tokenizer)
        => _hasBegun = tokenizer.NextIs("xref"u8) && tokenizer.Position < windowLength;

    private bool TryTakeSubsection(int windowLength, ref PdfTokenizer tokenizer)
    {
        PdfTokenizer ahead = tokenizer;
        if (ahead.NextIs("trailer"u8) && ahead.Position < windowLength)
        {
            tokenizer = ahead;
            IsComplete = true;
            return true;
        }

        if (!tokenizer.NextIsInteger(out long first) || !tokenizer.NextIsInteger(out long count) || tokenizer.Position == windowLength)
        {
            return false;
        }

        (_next, _left) = (first, count);
        return true;
    }

    private bool TryTakeEntry(int windowLength, ref PdfTokenizer tokenizer)
    {
        if (!tokenizer.NextIsInteger(out long offset)
            || !tokenizer.NextIsInteger(out _)
            || tokenizer.Next() != PdfTokenKind.Keyword
            || tokenizer.Position == windowLength)
        {
            return false;
        }

        bool isUsed = tokenizer.Token.SequenceEqual("n"u8);
        if (isUsed)
        {
            references.Add(_next, PdfLocation.At(offset));
        }
        else if (tokenizer.Token.SequenceEqual("f"u8) && _next < PdfCrossReferences.MaxObjects)
        {
            _unused.Add((int)_next);
        }
        else
        {
            throw new PdfNotUnderstoodException("The cross-reference table is malformed.");
        }

        _next++;
        _left--;
        return true;
    }
}

namespace OkSign.Client;

/// <summary>An object that stands in the file under a number of its own: <c>12 0 obj ... endobj</c>.</summary>
/// <param name="Id">Its number and generation.</param>
/// <param name="Value">Its value; for a stream, the dictionary.</param>
/// <param name="DataOffset">For a stream, where the keyword before its data ends.</param>
internal sealed record PdfIndirectObject(PdfReference Id, PdfValue Value, long? DataOffset)
{
    public static Task<PdfIndirectObject> ReadAsync(PdfFile file, long offset)
    {
        return file.ParseAsync<PdfIndirectObject>(offset, Parse);

        PdfIndirectObject? Parse(ReadOnlyMemory<byte> window, out bool isCutOff)
        {
            var tokenizer = new PdfTokenizer(window.Span);
            PdfIndirectObject? parsed = ParseObject(window, offset, ref tokenizer);
            isCutOff = tokenizer.Position == window.Length;
            return parsed;
        }
    }

    /// <summary>The value as a dictionary.</summary>
    public PdfDictionary ToDictionary() => Value.AsDictionary() ?? throw new PdfNotUnderstoodException("An object is not a dictionary.");

    private static PdfIndirectObject? ParseObject(ReadOnlyMemory<byte> window, long offset, ref PdfTokenizer tokenizer)
    {
        if (!tokenizer.NextIsInteger(out long number)
            || !tokenizer.NextIsInteger(out long generation)
            || number > int.MaxValue
            || generation > int.MaxValue
            || !tokenizer.NextIs("obj"u8)
            || !tokenizer.TrySkipValue(out int start))
        {
            return null;
        }

        var id = new PdfReference((int)number, (int)generation);
        var value = new PdfValue(window.Slice(start, tokenizer.Position - start));
        return tokenizer.Next() != PdfTokenKind.Keyword ? null
            : tokenizer.Token.SequenceEqual("endobj"u8) ? new PdfIndirectObject(id, value, DataOffset: null)
            : tokenizer.Token.SequenceEqual("stream"u8) ? new PdfIndirectObject(id, value, offset + tokenizer.Position)
            : null;
    }
}

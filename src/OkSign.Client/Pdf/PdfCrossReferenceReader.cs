namespace OkSign.Client;

/// <summary>
/// Reads the cross-reference sections of a PDF, from the one that the end of the file points to back to the first: tables, streams, and the
/// two together as in hybrid files (ISO 32000-1, 7.5.4 to 7.5.8).
/// </summary>
internal sealed class PdfCrossReferenceReader
{
    private const int TableWindow = 32 * 1024;

    private readonly PdfFile _file;
    private readonly PdfCrossReferences _references = new();
    private readonly HashSet<long> _sections = [];

    private PdfCrossReferenceReader(PdfFile file) => _file = file;

    public static async Task<PdfCrossReferences> ReadAsync(PdfFile file)
    {
        var reader = new PdfCrossReferenceReader(file);
        long? section = await reader.FindLastSectionAsync().ConfigureAwait(false);
        while (section is long offset)
        {
            PdfDictionary trailer = await reader.ReadSectionAsync(offset).ConfigureAwait(false);
            section = trailer["Prev"] is null ? null : trailer.RequireInteger("Prev");
        }

        return reader._references;
    }

    private static PdfDictionary? ParseTrailer(ReadOnlyMemory<byte> window, out bool isCutOff)
    {
        var tokenizer = new PdfTokenizer(window.Span);
        bool isValue = tokenizer.TrySkipValue(out int start);
        isCutOff = tokenizer.Position == window.Length;
        return isValue && !isCutOff ? new PdfValue(window.Slice(start, tokenizer.Position - start)).AsDictionary() : null;
    }

    private async Task<long> FindLastSectionAsync()
    {
        int length = (int)Math.Min(_file.Length, 2 * PdfSignature.SearchLength);
        byte[] tail = await _file.ReadAsync(_file.Length - length, length).ConfigureAwait(false);
        int mark = tail.AsSpan().LastIndexOf("startxref"u8);
        if (mark < 0)
        {
            throw new PdfNotUnderstoodException("The file does not tell where its cross-references are.");
        }

        var end = new PdfTokenizer(tail.AsSpan(mark));
        end.Next();
        bool isOffset = end.NextIsInteger(out long offset);

        // Anything more would be an update of the file that was cut off. The end mark itself is a comment.
        return isOffset && end.Next() == PdfTokenKind.End && PdfSignature.IsAtEnd(tail.AsSpan(mark))
            ? offset
            : throw new PdfNotUnderstoodException("The file is cut off.");
    }

    private async Task<PdfDictionary> ReadSectionAsync(long offset)
    {
        if (!_sections.Add(offset))
        {
            throw new PdfNotUnderstoodException("The cross-references go in a circle.");
        }

        byte[] start = await _file.ReadAsync(offset, PdfSignature.SearchLength).ConfigureAwait(false);
        return new PdfTokenizer(start).NextIs("xref"u8)
            ? await ReadTableAsync(offset).ConfigureAwait(false)
            : await ReadStreamAsync(offset).ConfigureAwait(false);
    }

    private async Task<PdfDictionary> ReadTableAsync(long offset)
    {
        var table = new PdfCrossReferenceTable(_references);
        while (!table.IsComplete)
        {
            byte[] window = await _file.ReadAsync(offset, TableWindow).ConfigureAwait(false);
            offset += table.Take(window);
        }

        PdfDictionary trailer = await _file.ParseAsync<PdfDictionary>(offset, ParseTrailer).ConfigureAwait(false);
        _references.Add(trailer);
        if (trailer["XRefStm"] is not null)
        {
            await ReadStreamAsync(trailer.RequireInteger("XRefStm")).ConfigureAwait(false);
        }

        table.AddUnused();
        return trailer;
    }

    private async Task<PdfDictionary> ReadStreamAsync(long offset)
    {
        PdfIndirectObject stream = await PdfIndirectObject.ReadAsync(_file, offset).ConfigureAwait(false);
        PdfDictionary trailer = stream.ToDictionary();
        if (!trailer.IsOfType("XRef"))
        {
            throw new PdfNotUnderstoodException("There are no cross-references where the file says.");
        }

        ReadOnlyMemory<byte> data = await PdfStreamData.ReadAsync(_file, stream, trailer.RequireInteger("Length")).ConfigureAwait(false);
        _references.Add(trailer);
        PdfCrossReferenceStream.AddTo(_references, trailer, data.Span);
        return trailer;
    }
}

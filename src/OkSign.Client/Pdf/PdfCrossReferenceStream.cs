namespace OkSign.Client;

/// <summary>The entries of a cross-reference stream: rows of three binary numbers.</summary>
internal static class PdfCrossReferenceStream
{
    private const int MaxFieldWidth = 8;
    private const long UnusedType = 0;
    private const long OffsetType = 1;
    private const long ObjectStreamType = 2;

    /// <exception cref="PdfNotUnderstoodException">It is malformed, or shorter than it says.</exception>
    public static void AddTo(PdfCrossReferences references, PdfDictionary dictionary, ReadOnlySpan<byte> data)
    {
        int[] widths = Integers(dictionary.Require("W"));
        if (widths.Length != 3 || widths.Any(static width => width > MaxFieldWidth) || widths.Sum() == 0)
        {
            throw new PdfNotUnderstoodException("The rows of a cross-reference stream are impossible.");
        }

        int[] ranges = dictionary["Index"] is PdfValue index ? Integers(index) : [0, dictionary.RequireInteger("Size")];
        for (int range = 0; range + 1 < ranges.Length; range += 2)
        {
            data = AddRange(references, ranges[range], ranges[range + 1], widths, data);
        }
    }

    private static ReadOnlySpan<byte> AddRange(PdfCrossReferences references, int first, int count, int[] widths, ReadOnlySpan<byte> data)
    {
        int width = widths.Sum();
        if ((long)count * width > data.Length)
        {
            throw new PdfNotUnderstoodException("A cross-reference stream is shorter than it says.");
        }

        for (int row = 0; row < count; row++)
        {
            references.Add((long)first + row, ReadRow(data.Slice(row * width), widths));
        }

        return data.Slice(count * width);
    }

    private static PdfLocation ReadRow(ReadOnlySpan<byte> row, int[] widths)
    {
        long type = widths[0] == 0 ? OffsetType : ReadField(row, widths[0]);
        long second = ReadField(row.Slice(widths[0]), widths[1]);
        long third = ReadField(row.Slice(widths[0] + widths[1]), widths[2]);
        return type switch
        {
            UnusedType => PdfLocation.Unused,
            OffsetType => PdfLocation.At(second),
            ObjectStreamType => PdfLocation.In(second, third),

            // To be taken for a reference to nothing, says the standard.
            _ => PdfLocation.Unused,
        };
    }

    private static long ReadField(ReadOnlySpan<byte> row, int width)
    {
        ulong value = 0;
        for (int index = 0; index < width; index++)
        {
            value = (value << 8) | row[index];
        }

        return value <= long.MaxValue ? (long)value : throw new PdfNotUnderstoodException("A number in a cross-reference stream is impossible.");
    }

    private static int[] Integers(PdfValue array)
        => array.AsArray() is List<PdfValue> elements && elements.TrueForAll(static element => element.AsInteger() >= 0)
            ? [.. elements.Select(static element => element.AsInteger()!.Value)]
            : throw new PdfNotUnderstoodException("A cross-reference stream lacks an array of numbers.");
}

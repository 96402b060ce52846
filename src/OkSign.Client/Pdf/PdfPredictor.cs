namespace OkSign.Client;

/// <summary>Undoes the PNG predictors, which replace each byte by its difference from its neighbours before packing.</summary>
internal static class PdfPredictor
{
    private const int None = 1;
    private const int FirstPng = 10;
    private const int LastPng = 15;

    /// <param name="parameters">The stream's <c>/DecodeParms</c>.</param>
    /// <param name="data">The inflated data, which is overwritten.</param>
    /// <exception cref="PdfNotUnderstoodException">It is another predictor, or of a kind that only pictures use.</exception>
    public static ReadOnlyMemory<byte> Undo(PdfValue? parameters, ArraySegment<byte> data)
    {
        if (parameters is null)
        {
            return data;
        }

        PdfDictionary dictionary = parameters.Value.AsDictionary() ?? throw new PdfNotUnderstoodException("/DecodeParms is not a dictionary.");
        return Parameter(dictionary, "Predictor", None) switch
        {
            None => data,
            >= FirstPng and <= LastPng => UndoPng(dictionary, data),
            _ => throw new PdfNotUnderstoodException("A predictor is unknown."),
        };
    }

    private static int Parameter(PdfDictionary dictionary, string key, int otherwise)
        => dictionary[key] is null ? otherwise : dictionary.RequireInteger(key);

    private static ReadOnlyMemory<byte> UndoPng(PdfDictionary dictionary, ArraySegment<byte> data)
    {
        int columns = Parameter(dictionary, "Columns", 1);
        bool isOfBytes = Parameter(dictionary, "Colors", 1) == 1 && Parameter(dictionary, "BitsPerComponent", 8) == 8;
        if (!isOfBytes || columns < 1 || columns > data.Count || data.Count % (columns + 1) != 0)
        {
            throw new PdfNotUnderstoodException("The rows of a predictor do not fit.");
        }

        // In place: a row without its tag comes to stand before where it stood.
        int rows = data.Count / (columns + 1);
        Span<byte> all = data;
        ReadOnlySpan<byte> above = new byte[columns];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> packed = all.Slice(row * (columns + 1), columns + 1);
            Span<byte> target = all.Slice(row * columns, columns);
            UndoRow(packed[0], packed.Slice(1), above, target);
            above = target;
        }

        return data.Array.AsMemory(data.Offset, rows * columns);
    }

    private static void UndoRow(byte tag, ReadOnlySpan<byte> packed, ReadOnlySpan<byte> above, Span<byte> target)
    {
        for (int column = 0; column < target.Length; column++)
        {
            byte left = column == 0 ? (byte)0 : target[column - 1];
            byte leftAbove = column == 0 ? (byte)0 : above[column - 1];
            target[column] = (byte)(packed[column] + Predict(tag, left, above[column], leftAbove));
        }
    }

    private static int Predict(byte tag, byte left, byte above, byte leftAbove) => tag switch
    {
        0 => 0,
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        4 => Paeth(left, above, leftAbove),
        _ => throw new PdfNotUnderstoodException("A row's predictor is unknown."),
    };

    private static int Paeth(int left, int above, int leftAbove)
    {
        int toLeft = Math.Abs(above - leftAbove);
        int toAbove = Math.Abs(left - leftAbove);
        int toLeftAbove = Math.Abs(left + above - leftAbove - leftAbove);
        return toLeft <= toAbove && toLeft <= toLeftAbove ? left
            : toAbove <= toLeftAbove ? above
            : leftAbove;
    }
}

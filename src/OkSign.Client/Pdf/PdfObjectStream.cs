namespace OkSign.Client;

/// <summary>Objects that are packed together in one stream (ISO 32000-1, 7.5.7).</summary>
internal sealed class PdfObjectStream
{
    private const int MaxObjects = 16 * 1024;

    private readonly ReadOnlyMemory<byte> _data;
    private readonly (int Number, int Offset)[] _objects;

    /// <exception cref="PdfNotUnderstoodException">It is malformed, or has more than 16,384 objects.</exception>
    public PdfObjectStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data)
    {
        int count = dictionary.RequireInteger("N");
        int first = dictionary.RequireInteger("First");
        if (!dictionary.IsOfType("ObjStm") || count is < 0 or > MaxObjects || first < 0 || first > data.Length)
        {
            throw new PdfNotUnderstoodException("An object stream is malformed.");
        }

        _objects = ReadDirectory(data.Span.Slice(0, first), count);
        _data = data.Slice(first);
    }

    /// <summary>The object at an index, which must have the number expected.</summary>
    /// <param name="index">The object's place in the stream's directory.</param>
    /// <param name="number">The object's number.</param>
    /// <param name="length">How many bytes were looked at. Objects may overlap, so all together can be far more than the stream has.</param>
    public PdfValue Find(int index, int number, out int length)
    {
        if (index >= _objects.Length || _objects[index].Number != number || _objects[index].Offset > _data.Length)
        {
            throw new PdfNotUnderstoodException("An object is not where it should be in its object stream.");
        }

        ReadOnlyMemory<byte> text = _data.Slice(_objects[index].Offset);
        var tokenizer = new PdfTokenizer(text.Span);
        if (!tokenizer.TrySkipValue(out int start))
        {
            throw new PdfNotUnderstoodException("An object in an object stream is malformed.");
        }

        length = tokenizer.Position;

        // A copy, which does not keep all of the stream in memory.
        return new PdfValue(text.Slice(start, tokenizer.Position - start).ToArray());
    }

    private static (int Number, int Offset)[] ReadDirectory(ReadOnlySpan<byte> text, int count)
    {
        var objects = new (int Number, int Offset)[count];
        var tokenizer = new PdfTokenizer(text);
        for (int index = 0; index < count; index++)
        {
            if (!tokenizer.NextIsInteger(out long number) || !tokenizer.NextIsInteger(out long offset) || Math.Max(number, offset) > int.MaxValue)
            {
                throw new PdfNotUnderstoodException("The directory of an object stream is malformed.");
            }

            objects[index] = ((int)number, (int)offset);
        }

        return objects;
    }
}

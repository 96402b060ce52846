using System.IO.Compression;

namespace OkSign.Client;

/// <summary>
/// The data of a stream object, unpacked. Only the two ways that cross-references and object streams use in practice are known:
/// as it is, and FlateDecode with or without a PNG predictor.
/// </summary>
internal static class PdfStreamData
{
    /// <summary>512 KB as it stands in the file.</summary>
    public const int MaxPackedLength = 512 * 1024;

    /// <summary>768 KB unpacked.</summary>
    public const int MaxLength = 768 * 1024;

    // At most CR LF before the data, and CR LF and the keyword after it.
    private const int MaxFrameLength = 13;

    /// <exception cref="PdfNotUnderstoodException">It is damaged, too long, or packed in another way.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(PdfFile file, PdfIndirectObject owner, int length)
    {
        if (length is < 0 or > MaxPackedLength || owner.DataOffset is not long offset)
        {
            throw new PdfNotUnderstoodException("An object is no stream, or too long.");
        }

        byte[] framed = await file.ReadAsync(offset, length + MaxFrameLength).ConfigureAwait(false);
        ReadOnlyMemory<byte> unpacked = Unpack(owner.ToDictionary(), TakeOutOfFrame(framed, length));
        file.Spend(unpacked.Length);
        return unpacked;
    }

    private static ArraySegment<byte> TakeOutOfFrame(byte[] framed, int length)
    {
        ReadOnlySpan<byte> text = framed;
        int start = text.StartsWith("\r\n"u8) ? 2 : text.StartsWith("\n"u8) ? 1 : 0;
        if (start == 0 || start + length > text.Length || !new PdfTokenizer(text.Slice(start + length)).NextIs("endstream"u8))
        {
            throw new PdfNotUnderstoodException("A stream is not as long as it says.");
        }

        return new ArraySegment<byte>(framed, start, length);
    }

    private static ReadOnlyMemory<byte> Unpack(PdfDictionary dictionary, ArraySegment<byte> data)
    {
        if (dictionary["F"] is not null)
        {
            throw new PdfNotUnderstoodException("The data of a stream is in another file.");
        }

        return Single(dictionary["Filter"]) is not PdfValue filter ? data
            : filter.AsName() == "FlateDecode" ? PdfPredictor.Undo(Single(dictionary["DecodeParms"]), Inflate(data))
            : throw new PdfNotUnderstoodException("A stream is packed in an unknown way.");
    }

    private static PdfValue? Single(PdfValue? value)
        => value?.AsArray() is not List<PdfValue> elements ? value
            : elements.Count > 1 ? throw new PdfNotUnderstoodException("A stream is packed in more than one way.")
            : elements.Count == 0 || elements[0].IsNull() ? null
            : elements[0];

    private static ArraySegment<byte> Inflate(ArraySegment<byte> data)
    {
        // DeflateStream knows nothing of zlib's frame, and ZLibStream is missing in .NET Framework.
        const int headerLength = 2;
        if (!HasZlibHeader(data))
        {
            throw new PdfNotUnderstoodException("A stream is not packed as it says.");
        }

        using var packed = new MemoryStream(data.Array!, data.Offset + headerLength, data.Count - headerLength, writable: false);
        using var inflating = new DeflateStream(packed, CompressionMode.Decompress);
        try
        {
            return ReadToEnd(inflating);
        }
        catch (InvalidDataException)
        {
            throw new PdfNotUnderstoodException("The packed data of a stream is damaged.");
        }
    }

    private static bool HasZlibHeader(ReadOnlySpan<byte> data)
    {
        const int deflate = 8;
        const int hasDictionary = 0x20;
        return data.Length > 2 && (data[0] & 0x0F) == deflate && (data[1] & hasDictionary) == 0 && ((data[0] * 256) + data[1]) % 31 == 0;
    }

    private static ArraySegment<byte> ReadToEnd(DeflateStream inflating)
    {
        byte[] unpacked = new byte[16 * 1024];
        int length = 0;
        int read;
        do
        {
            if (length == unpacked.Length)
            {
                int larger = length < MaxLength ? Math.Min(length * 2, MaxLength) : throw new PdfNotUnderstoodException("A stream is too long.");
                Array.Resize(ref unpacked, larger);
            }

            read = inflating.Read(unpacked, length, unpacked.Length - length);
            length += read;
        }
        while (read > 0);

        return new ArraySegment<byte>(unpacked, 0, length);
    }
}

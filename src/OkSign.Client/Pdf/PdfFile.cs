namespace OkSign.Client;

/// <summary>A PDF that is being read at places here and there, one time and within limits.</summary>
/// <remarks>
/// It counts from the <c>%PDF-</c> mark, as the offsets in a PDF do. All that is read and inflated comes out of one budget, so that no file,
/// however its parts refer to each other, takes longer than about the budget's length of reading.
/// </remarks>
internal sealed class PdfFile
{
    private const int Budget = 64 * 1024 * 1024;
    private const int FirstWindow = 1024;
    private const int MaxWindow = 256 * 1024;

    private readonly Stream _stream;
    private readonly long _start;
    private readonly CancellationToken _cancellationToken;
    private int _budget = Budget;

    private PdfFile(Stream stream, long start, CancellationToken cancellationToken)
    {
        _stream = stream;
        _start = start;
        _cancellationToken = cancellationToken;
        Length = stream.Length - start;
    }

    /// <summary>Tries to make something of the bytes from some offset on.</summary>
    /// <param name="window">The bytes, which may stop anywhere.</param>
    /// <param name="isCutOff">Whether they stopped too early to tell.</param>
    /// <returns>Null when they are not what was looked for.</returns>
    public delegate T? Parser<T>(ReadOnlyMemory<byte> window, out bool isCutOff)
        where T : class;

    /// <summary>From the <c>%PDF-</c> mark to the end, in bytes.</summary>
    public long Length { get; }

    /// <summary>A PDF from where a stream that can seek stands to its end.</summary>
    public static async Task<PdfFile> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var file = new PdfFile(stream, stream.Position, cancellationToken);
        byte[] head = await file.ReadAsync(0, PdfSignature.SearchLength).ConfigureAwait(false);
        int mark = head.AsSpan().IndexOf("%PDF-"u8);
        return mark >= 0
            ? new PdfFile(stream, file._start + mark, cancellationToken)
            : throw new PdfNotUnderstoodException("The file has no %PDF- mark.");
    }

    /// <summary>Reads a stretch of the file; less only where the file ends.</summary>
    public async Task<byte[]> ReadAsync(long offset, int count)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (offset < 0 || offset >= Length)
        {
            throw new PdfNotUnderstoodException("An offset leads out of the file.");
        }

        byte[] bytes = new byte[Math.Min(count, Length - offset)];
        Spend(bytes.Length);
        _stream.Position = _start + offset;
        int length = 0;
        while (length < bytes.Length)
        {
            int read = await _stream.ReadAsync(bytes.AsMemory(length), _cancellationToken).ConfigureAwait(false);
            length += read > 0 ? read : throw new PdfNotUnderstoodException("The file became shorter.");
        }

        return bytes;
    }

    /// <summary>Parses what stands at an offset, with as few bytes as are enough for it.</summary>
    public async Task<T> ParseAsync<T>(long offset, Parser<T> parser)
        where T : class
    {
        for (int length = FirstWindow; length <= MaxWindow; length *= 4)
        {
            byte[] window = await ReadAsync(offset, length).ConfigureAwait(false);
            T? parsed = parser(window, out bool isCutOff);
            if (!isCutOff)
            {
                return parsed ?? throw new PdfNotUnderstoodException("Something else stands where an offset leads.");
            }
        }

        throw new PdfNotUnderstoodException("An object is too long, or the file ends within it.");
    }

    public void Spend(int bytes)
    {
        _budget -= bytes;
        if (_budget < 0)
        {
            throw new PdfNotUnderstoodException("Reading the file takes too much work.");
        }
    }
}

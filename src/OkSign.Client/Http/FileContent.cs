using System.Buffers;
using System.Net.Http.Headers;

namespace OkSign.Client;

/// <summary>A file as a request body: read from its open source in chunks, with its exact length announced.</summary>
internal sealed class FileContent : RequestBody
{
    private const int ChunkSize = 64 * 1024;

    private readonly Stream _source;
    private readonly long _length;
    private readonly long _start;
    private Action<Stream>? _close;

    public FileContent(string mediaType, long length, Stream source, Action<Stream> close)
    {
        _source = source;
        _length = length;
        _start = source.CanSeek ? source.Position : 0;
        _close = close;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    protected override bool CanRewind => _source.CanSeek;

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Refit disposes of a request's content, too.
            Interlocked.Exchange(ref _close, null)?.Invoke(_source);
        }

        base.Dispose(disposing);
    }

    protected override async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        if (_source.CanSeek)
        {
            _source.Position = _start;
        }

        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            long left = _length;
            while (left > 0)
            {
                Memory<byte> wanted = chunk.AsMemory(0, (int)Math.Min(ChunkSize, left));
                int read = await _source.ReadAsync(wanted, cancellationToken).ConfigureAwait(false);
                left -= read;
                if (read == 0 || (left == 0 && await HasMoreAsync(cancellationToken).ConfigureAwait(false)))
                {
                    // Before the last chunk has gone out: the service drops a request that does not keep its announced length.
                    throw new IOException($"The file is no longer the {_length} bytes long that were announced.");
                }

                await target.WriteAsync(chunk.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                Sent(isAll: false);
            }

            Sent(isAll: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private async Task<bool> HasMoreAsync(CancellationToken cancellationToken)
        => await _source.ReadAsync(new byte[1].AsMemory(), cancellationToken).ConfigureAwait(false) > 0;
}

using System.Buffers;
using System.Net.Http.Headers;

namespace OkSign.Client;

/// <summary>A file as a request body: read from its open source in chunks, with its exact length announced.</summary>
internal class FileContent : RequestBody
{
    private const int ChunkSize = 64 * 1024;

    private readonly FileSource _source;

    public FileContent(string mediaType, FileSource source)
    {
        _source = source;
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    protected sealed override bool CanRewind => _source.CanRewind;

    /// <summary>What goes out before the file.</summary>
    protected virtual ReadOnlyMemory<byte> Head => default;

    /// <summary>What goes out after the file.</summary>
    protected virtual ReadOnlyMemory<byte> Tail => default;

    /// <summary>How many bytes are encoded together; only the last ones of a file may be fewer.</summary>
    protected virtual int BlockSize => 1;

    /// <summary>How long so many bytes of a file are in the form in which they go out.</summary>
    protected virtual long EncodedLength(long length) => length;

    /// <summary>Bytes of the file in the form in which they go out.</summary>
    /// <param name="bytes">Whole blocks, or the last bytes of the file.</param>
    /// <param name="encoded">Has room for them; empty where nothing is encoded.</param>
    protected virtual ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> bytes, byte[] encoded) => bytes;

    protected sealed override bool TryComputeLength(out long length)
    {
        length = Head.Length + EncodedLength(_source.Length) + Tail.Length;
        return true;
    }

    protected sealed override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    // All in one method: one of its own for each chunk would leave objects behind for each.
    protected sealed override async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        _source.Rewind();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        byte[] encoded = BlockSize == 1 ? [] : ArrayPool<byte>.Shared.Rent((int)EncodedLength(ChunkSize));
        try
        {
            await WriteAsync(target, Head, cancellationToken).ConfigureAwait(false);
            long left = _source.Length;
            int carried = 0;
            while (left > 0)
            {
                Memory<byte> wanted = buffer.AsMemory(carried, (int)Math.Min(ChunkSize - carried, left));
                int read = await _source.Stream.ReadAsync(wanted, cancellationToken).ConfigureAwait(false);
                left -= read;
                if (read == 0 || (left == 0 && await HasMoreAsync(cancellationToken).ConfigureAwait(false)))
                {
                    // Before the last chunk has gone out: the service drops a request that does not keep its announced length.
                    throw new IOException($"The file is no longer the {_source.Length} bytes long that were announced.");
                }

                int filled = carried + read;
                carried = left == 0 ? 0 : filled % BlockSize;
                await WriteAsync(target, Encode(buffer.AsMemory(0, filled - carried), encoded), cancellationToken).ConfigureAwait(false);
                Sent(isAll: false);
                buffer.AsSpan(filled - carried, carried).CopyTo(buffer);
            }

            await WriteAsync(target, Tail, cancellationToken).ConfigureAwait(false);
            Sent(isAll: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (encoded.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(encoded);
            }
        }
    }

    private static ValueTask WriteAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        => bytes.IsEmpty ? default : target.WriteAsync(bytes, cancellationToken);

    private async Task<bool> HasMoreAsync(CancellationToken cancellationToken)
        => await _source.Stream.ReadAsync(new byte[1].AsMemory(), cancellationToken).ConfigureAwait(false) > 0;
}

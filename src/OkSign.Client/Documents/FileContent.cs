using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace OkSign.Client;

/// <summary>A document as a request body: read from its source in chunks, with its exact length announced.</summary>
internal sealed class FileContent : TransferContent
{
    private const int ChunkSize = 64 * 1024;

    private readonly OkSignFile _file;

    public FileContent(OkSignFile file)
    {
        _file = file;
        Headers.ContentType = new MediaTypeHeaderValue(file.MediaType);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => WriteAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => WriteAsync(stream, cancellationToken);
#else
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => WriteAsync(stream, CancellationToken.None);
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length;
        return true;
    }

    private async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        Stream source = _file.Open();
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            long left = _file.Length;
            while (left > 0)
            {
                int read = await source.ReadAsync(chunk.AsMemory(0, (int)Math.Min(ChunkSize, left)), cancellationToken).ConfigureAwait(false);
                left -= read;
                if (read == 0 || (left == 0 && await HasMoreAsync(source, cancellationToken).ConfigureAwait(false)))
                {
                    // Before the last chunk has gone out: the service drops a request that does not keep its announced length.
                    throw new IOException($"The file is no longer the {_file.Length} bytes long that were announced.");
                }

                await target.WriteAsync(chunk.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                Progress?.Invoke(false);
            }

            Progress?.Invoke(true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
            _file.Close(source);
        }
    }
    private static async Task<bool> HasMoreAsync(Stream source, CancellationToken cancellationToken)
        => await source.ReadAsync(new byte[1].AsMemory(), cancellationToken).ConfigureAwait(false) > 0;
}

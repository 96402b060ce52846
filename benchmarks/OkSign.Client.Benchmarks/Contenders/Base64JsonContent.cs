using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OkSign.Client.Benchmarks;

/// <summary>What a careful developer writes: base64 is made while it goes out, and its length is known before.</summary>
internal sealed class Base64JsonContent : HttpContent
{
    // Three bytes become four characters.
    private const int BlockLength = 48 * 1024;

    private static readonly byte[] Tail = "\"}}"u8.ToArray();

    private readonly FileStream _file;
    private readonly byte[] _head;

    public Base64JsonContent(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
        _head = Encoding.UTF8.GetBytes($$"""{"signatureRequestId":"{{Guid.NewGuid()}}","filedata":{"filename":"{{Path.GetFileName(path)}}","content":""" + "\"");
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + ((_file.Length + 2) / 3 * 4) + Tail.Length;
        return true;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockLength);
        byte[] encoded = ArrayPool<byte>.Shared.Rent(BlockLength / 3 * 4);
        try
        {
            await stream.WriteAsync(_head);
            int read;
            while ((read = await _file.ReadAtLeastAsync(block.AsMemory(0, BlockLength), BlockLength, throwOnEndOfStream: false)) > 0)
            {
                Base64.EncodeToUtf8(block.AsSpan(0, read), encoded, out _, out int written);
                await stream.WriteAsync(encoded.AsMemory(0, written));
            }

            await stream.WriteAsync(Tail);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
            ArrayPool<byte>.Shared.Return(encoded);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}

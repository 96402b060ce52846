namespace OkSign.Client.Tests;

/// <summary>Content that must not be read synchronously, like the body of a request to ASP.NET Core.</summary>
internal sealed class AsyncOnlyStream(byte[] content, bool canSeek) : MemoryStream(content)
{
    public override bool CanSeek => canSeek;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Synchronous operations are disallowed.");

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("Synchronous operations are disallowed.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        byte[] piece = new byte[buffer.Length];
        int read = base.Read(piece, 0, piece.Length);
        piece.AsMemory(0, read).CopyTo(buffer);
        return ValueTask.FromResult(read);
    }
}

namespace OkSign.Client;

/// <summary>A stream of which some bytes were already read to see what it is: gives those first, then the rest.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest, bool leaveOpen) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    public override int Read(byte[] buffer, int offset, int count)
        => _prefix.IsEmpty ? rest.Read(buffer, offset, count) : TakePrefix(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => _prefix.IsEmpty
            ? rest.ReadAsync(buffer, offset, count, cancellationToken)
            : Task.FromResult(TakePrefix(buffer.AsSpan(offset, count)));

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => _prefix.IsEmpty ? rest.ReadAsync(buffer, cancellationToken) : new ValueTask<int>(TakePrefix(buffer.Span));
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private int TakePrefix(Span<byte> target)
    {
        int taken = Math.Min(target.Length, _prefix.Length);
        _prefix.Span.Slice(0, taken).CopyTo(target);
        _prefix = _prefix.Slice(taken);
        return taken;
    }
}

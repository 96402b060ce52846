namespace OkSign.Client.Tests;

/// <summary>Content that can seek and whose reads, after the first, wait until the test opens the gate.</summary>
internal sealed class GatedStream(byte[] content) : MemoryStream(content)
{
    private readonly TaskCompletionSource _gate = new();
    private int _asyncReads;

    public void Open() => _gate.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _asyncReads) > 1)
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }

        return Read(buffer.Span);
    }
}

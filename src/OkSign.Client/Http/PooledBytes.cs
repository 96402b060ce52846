using System.Buffers;

namespace OkSign.Client;

/// <summary>Bytes in a rented buffer that grows up to a limit; dispose it to give the buffer back.</summary>
internal sealed class PooledBytes(int initialCapacity) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(initialCapacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    /// <summary>Reads the stream to its end, or until more than <paramref name="limit"/> bytes are there.</summary>
    public Task FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
        => FillAsync(stream, limit, time: null, cancellationToken);

    /// <summary>Reads the stream as long as the time of an attempt allows.</summary>
    public Task FillAsync(Stream stream, int limit, AttemptLimit time) => FillAsync(stream, limit, time, time.Token);

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Length = 0;
    }

    private async Task FillAsync(Stream stream, int limit, AttemptLimit? time, CancellationToken cancellationToken)
    {
        int read = 1;
        while (read > 0 && Length <= limit)
        {
            if (Length == _buffer.Length)
            {
                Grow();
            }

            read = await stream.ReadAsync(_buffer.AsMemory(Length), cancellationToken).ConfigureAwait(false);
            Length += read;
            time?.Received();
        }
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

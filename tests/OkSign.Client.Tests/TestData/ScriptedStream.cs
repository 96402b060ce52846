namespace OkSign.Client.Tests;

/// <summary>A stream that only goes forward and does what its script says: gives pieces, breaks or falls silent, and otherwise ends.</summary>
internal sealed class ScriptedStream : Stream
{
    private readonly Queue<Func<Memory<byte>, CancellationToken, ValueTask<int>>> _script = new();
    private readonly TaskCompletionSource _silence = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReadOnlyMemory<byte> _piece;

    public bool IsDisposed { get; private set; }

    /// <summary>Done as soon as somebody waits for a read that is not answered.</summary>
    public Task Silence => _silence.Task;

    /// <summary>The buffers' sizes with which the stream was read.</summary>
    public List<int> Wanted { get; } = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gives these bytes, in as many reads as their reader needs, but never together with the next piece.</summary>
    public ScriptedStream Gives(params byte[] piece)
        => Then((buffer, _) =>
        {
            _piece = piece;
            return ValueTask.FromResult(Take(buffer.Span));
        });

    public ScriptedStream Breaks(Exception exception) => Then((_, _) => ValueTask.FromException<int>(exception));

    /// <summary>Is silent until the read is given up, which shows as <paramref name="whenGivenUp"/> or as a cancellation.</summary>
    public ScriptedStream FallsSilent(Exception? whenGivenUp = null)
        => Then(async (_, token) =>
        {
            var givenUp = new TaskCompletionSource<int>();
            await using CancellationTokenRegistration registration = token.Register(() =>
            {
                if (whenGivenUp is null)
                {
                    givenUp.TrySetCanceled(token);
                }
                else
                {
                    givenUp.TrySetException(whenGivenUp);
                }
            });
            _silence.TrySetResult();
            return await givenUp.Task;
        });

    public override int Read(byte[] buffer, int offset, int count)
        => ReadNext(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadNext(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ReadNext(buffer, cancellationToken);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private ScriptedStream Then(Func<Memory<byte>, CancellationToken, ValueTask<int>> step)
    {
        _script.Enqueue(step);
        return this;
    }

    private ValueTask<int> ReadNext(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Wanted.Add(buffer.Length);
        if (!_piece.IsEmpty || buffer.IsEmpty)
        {
            return ValueTask.FromResult(Take(buffer.Span));
        }

        return _script.TryDequeue(out Func<Memory<byte>, CancellationToken, ValueTask<int>>? step) ? step(buffer, cancellationToken) : ValueTask.FromResult(0);
    }

    private int Take(Span<byte> target)
    {
        int taken = Math.Min(target.Length, _piece.Length);
        _piece.Span[..taken].CopyTo(target);
        _piece = _piece[taken..];
        return taken;
    }
}

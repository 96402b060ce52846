#if NET
using System.Runtime.CompilerServices;
#endif

namespace OkSign.Client;

/// <summary>
/// The body of an answer as its reader sees it: failures of the connection come out as <see cref="OkSignException"/>, and a transfer
/// that stands still ends.
/// </summary>
internal class AnswerStream(HttpResponseMessage response, Stream body, OperationCall call, Timeouts timeouts) : ReadOnlyStream
{
    // Blocking is what the caller asked for; going the asynchronous way keeps the limit of time.
    public override int Read(byte[] buffer, int offset, int count)
        => ReadCoreAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadCoreAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => ReadCoreAsync(buffer, cancellationToken);
#endif

    /// <summary>Sees what was read, and may object.</summary>
    protected virtual void OnRead(ReadOnlySpan<byte> bytes, bool isAtEnd)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            int read = await timeouts.ReceiveAsync(
                response,
                timeouts.Idle,
                static timeouts => $"no byte arrived for {timeouts.Idle.TotalSeconds} s",
                (Body: body, Buffer: buffer),
                static (target, token) => target.Body.ReadAsync(target.Buffer, token),
                cancellationToken).ConfigureAwait(false);
            OnRead(buffer.Span.Slice(0, read), isAtEnd: read == 0 && buffer.Length > 0);
            return read;
        }
        catch (Exception exception) when (TransportFailure.IsOf(exception, cancellationToken))
        {
            throw Broken(exception);
        }
    }

    private OkSignTransportException Broken(Exception exception)
        => new(
            $"{call.Operation.Name}: the answer broke off: {exception.Message}",
            call.Facts() with { MayHaveReachedService = true },
            exception);
}

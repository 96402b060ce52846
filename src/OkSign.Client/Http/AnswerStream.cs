namespace OkSign.Client;

/// <summary>
/// The body of an answer as its reader sees it: failures of the connection come out as <see cref="OkSignException"/>, and a transfer
/// that stands still ends.
/// </summary>
internal class AnswerStream(HttpResponseMessage response, Stream body, OperationCall call, Timeouts timeouts) : ReadOnlyStream
{
    // Blocking is what the caller asked for; going the asynchronous way keeps the limit of time.
    public override int Read(byte[] buffer, int offset, int count)
        => ReadCoreAsync(buffer.AsMemory(offset, count), CancellationToken.None).GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadCoreAsync(buffer.AsMemory(offset, count), cancellationToken);

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => await ReadCoreAsync(buffer, cancellationToken).ConfigureAwait(false);
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

    private async Task<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            int read = await timeouts.RunAsync(
                timeouts.Idle,
                () => $"no byte arrived for {timeouts.Idle.TotalSeconds} s",
                async (_, token) =>
                {
                    using IDisposable abort = response.DisposeOn(token);
                    return await body.ReadAsync(buffer, token).ConfigureAwait(false);
                },
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

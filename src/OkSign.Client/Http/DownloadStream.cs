namespace OkSign.Client;

/// <summary>
/// The body of a download as its reader sees it: failures of the connection come out as <see cref="OkSignException"/>, a
/// transfer that stands still ends, and a PDF that stops early is noticed at its end.
/// </summary>
internal sealed class DownloadStream(HttpResponseMessage response, Stream body, OperationCall call, Timeouts timeouts) : ReadOnlyStream
{
    private readonly PdfTail _tail = new();

    // Blocking is what the caller asked for; going the asynchronous way keeps the limit of time.
    public override int Read(byte[] buffer, int offset, int count)
        => ReadCoreAsync(buffer.AsMemory(offset, count), CancellationToken.None).GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadCoreAsync(buffer.AsMemory(offset, count), cancellationToken);

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => await ReadCoreAsync(buffer, cancellationToken).ConfigureAwait(false);
#endif

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
            return Passed(buffer.Span.Slice(0, read), buffer.Length);
        }
        catch (Exception exception) when (TransportFailure.IsOf(exception, cancellationToken))
        {
            throw Broken(exception);
        }
    }

    private OkSignTransportException Broken(Exception exception)
        => new(
            $"{call.Operation.Name}: the answer broke off: {exception.Message}",
            call.Facts(response.StatusCode),
            mayHaveReachedService: true,
            exception);

    private int Passed(ReadOnlySpan<byte> bytes, int wanted)
    {
        _tail.Append(bytes);
        bool isAtEnd = bytes.IsEmpty && wanted > 0;
        if (isAtEnd && !_tail.HasEndOfPdf)
        {
            throw new OkSignUnexpectedContentException(
                $"{call.Operation.Name}: the PDF is not whole: its end mark is missing.",
                call.Facts(response.StatusCode));
        }

        return bytes.Length;
    }
}

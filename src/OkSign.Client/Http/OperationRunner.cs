using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>Carries out one operation: sends it, receives the answer, and leaves it to <see cref="Answer"/> what that means.</summary>
internal sealed class OperationRunner(Timeouts timeouts, TimeProvider timeProvider, Redactor redactor, WireRewriter rewriter)
{
    /// <summary>The longest JSON answer that is read, in bytes: a list of some forty thousand documents.</summary>
    internal const int MaxJsonLength = 16 * 1024 * 1024;

    /// <summary>The length of most JSON answers, in bytes.</summary>
    internal const int UsualJsonLength = 4 * 1024;

    /// <summary>An operation whose result is an object; some come without the envelope too.</summary>
    public Task<T> ReadAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken,
        bool mayLackEnvelope = false)
        where T : notnull
        => RunAsync(operation, send, envelope => Deserialize(envelope, type), cancellationToken, mayLackEnvelope);

    /// <summary>An operation that makes something of documents, which has an address, a token or both.</summary>
    public Task<T> CreateAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<T> type,
        IReadOnlyCollection<string?> documents,
        CancellationToken cancellationToken)
        where T : OkSignModel
        => RunAsync(operation, send, envelope => CreatedAnswer.Read(envelope, type, documents), cancellationToken);

    /// <summary>An operation whose result is an object, or nothing.</summary>
    public Task<T?> ReadOrNullAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
        where T : class
        => RunAsync(operation, send, envelope => envelope.HasEmptyReason ? null : Deserialize(envelope, type), cancellationToken);

    /// <summary>An operation whose result is a list, empty in any of the forms in which the service says so.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<IReadOnlyList<T>> type,
        CancellationToken cancellationToken)
        => RunAsync(operation, send, envelope => envelope.HasEmptyReason ? [] : Deserialize(envelope, type), cancellationToken);

    /// <summary>An operation without a result: whatever the reason holds, <c>OK</c> is enough.</summary>
    public Task ExecuteAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
        => RunAsync(operation, send, static _ => true, cancellationToken);

    /// <summary>An operation whose result is any JSON, or nothing.</summary>
    public Task<JsonElement> ReadAnyAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
        => RunAsync(operation, send, static envelope => envelope.Reason.IsEmpty ? default : ElementOf(envelope.Reason), cancellationToken);

    /// <summary>An answer that nobody has looked at yet.</summary>
    public async Task<T> OpenAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<HttpResponseMessage, Stream, T> open,
        CancellationToken cancellationToken)
    {
        var call = new OperationCall(operation);
        HttpResponseMessage response = await SendAsync(call, send, cancellationToken).ConfigureAwait(false);
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return open(response, new AnswerStream(response, body, call, timeouts));
    }

    /// <summary>An operation whose result is a PDF. A failure comes as JSON, also with HTTP 200: the first bytes decide.</summary>
    public async Task<PdfDownload> DownloadAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        var call = new OperationCall(operation);
        HttpResponseMessage response = await SendAsync(call, send, cancellationToken).ConfigureAwait(false);
        try
        {
            using var start = new PooledBytes(PdfSignature.SearchLength);
            const int Enough = PdfSignature.SearchLength;
            Stream body = await ReceiveAsync(call, response, start, upTo: Enough, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode && PdfSignature.IsAtStart(start.Span))
            {
                var whole = new PrefixedStream(start.Span.ToArray(), body, leaveOpen: false);
                return new PdfDownload(new DownloadStream(response, whole, call, timeouts), response.Content.Headers.ContentLength);
            }

            await ReceiveAsync(call, response, start, upTo: MaxJsonLength, cancellationToken).ConfigureAwait(false);
            throw AnswerOf(call, response, start).FailureInsteadOfPdf();
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static JsonElement ElementOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static T Deserialize<T>(Envelope envelope, JsonTypeInfo<T> type)
        => JsonSerializer.Deserialize(envelope.Reason.Span, type) ?? throw new JsonException("The result is null.");

    private async Task<T> RunAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<Envelope, T> read,
        CancellationToken cancellationToken,
        bool mayLackEnvelope = false)
    {
        var call = new OperationCall(operation);
        using HttpResponseMessage response = await SendAsync(call, send, cancellationToken).ConfigureAwait(false);
        using var body = new PooledBytes(UsualJsonLength);
        await ReceiveAsync(call, response, body, upTo: MaxJsonLength, cancellationToken).ConfigureAwait(false);
        return AnswerOf(call, response, body).Result(envelope => read(envelope.With(rewriter.Rewrite(operation, envelope.Reason))), mayLackEnvelope);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        OperationCall call,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        try
        {
            return await send(call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransportFailure.IsOf(exception, cancellationToken))
        {
            throw TransportFailure.ToException(exception, call);
        }
    }

    /// <summary>Adds to <paramref name="received"/> until the answer ends or more than <paramref name="upTo"/> bytes are there.</summary>
    private async Task<Stream> ReceiveAsync(
        OperationCall call,
        HttpResponseMessage response,
        PooledBytes received,
        int upTo,
        CancellationToken cancellationToken)
    {
        try
        {
            return await timeouts.RunAsync(
                timeouts.Attempt,
                () => $"the answer did not end within {timeouts.Attempt.TotalSeconds} s",
                async (_, token) =>
                {
                    using IDisposable abort = response.DisposeOn(token);
                    Stream body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
                    await received.FillAsync(body, upTo, token).ConfigureAwait(false);
                    return body;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransportFailure.IsOf(exception, cancellationToken))
        {
            throw new OkSignTransportException(
                $"{call.Operation.Name}: the answer broke off: {exception.Message}",
                call.Facts(response.StatusCode),
                mayHaveReachedService: true,
                exception);
        }
    }

    private Answer AnswerOf(OperationCall call, HttpResponseMessage response, PooledBytes body)
        => new(call, response.StatusCode, RetryAfter.Of(response, timeProvider), body, redactor);
}

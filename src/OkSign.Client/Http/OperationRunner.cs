#if NET
using System.Runtime.CompilerServices;
#endif
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>Carries out one operation: sends it, receives the answer, and leaves it to <see cref="Answer"/> what that means.</summary>
internal sealed class OperationRunner(
    AnswerForm form,
    Timeouts timeouts,
    TimeProvider timeProvider,
    Redactor redactor,
    WireRewriter rewriter,
    OperationTelemetry telemetry)
{
    /// <summary>An operation whose result is an object; some come without the envelope too.</summary>
    public Task<T> ReadAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken,
        bool mayLackEnvelope = false)
        where T : notnull
        => RunAsync(operation, send, type, static (envelope, type) => Deserialize(envelope, type), cancellationToken, mayLackEnvelope);

    /// <summary>An operation whose result is made of the object that comes.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="type">How the object is read.</param>
    /// <param name="select">Makes the result; a <see cref="JsonException"/> says that there is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TResult> ReadAsync<T, TResult>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<T> type,
        Func<T, TResult> select,
        CancellationToken cancellationToken)
        where T : notnull
        => RunAsync(
            operation,
            send,
            (type, select),
            static (envelope, known) => known.select(Deserialize(envelope, known.type)),
            cancellationToken);

    /// <summary>An operation that makes something of documents, which has an address, a token or both.</summary>
    public Task<T> CreateAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<T> type,
        IReadOnlyCollection<string?> documents,
        CancellationToken cancellationToken)
        where T : OkSignModel
        => RunAsync(
            operation,
            send,
            (type, documents),
            static (envelope, known) => CreatedAnswer.Read(envelope, known.type, known.documents),
            cancellationToken);

    /// <summary>An operation whose result is an object, or nothing.</summary>
    public Task<T?> ReadOrNullAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
        where T : class
        => RunAsync(
            operation,
            send,
            type,
            static (envelope, type) => envelope.HasEmptyReason ? null : Deserialize(envelope, type),
            cancellationToken);

    /// <summary>An operation whose result is a list, empty in any of the forms in which the service says so.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        JsonTypeInfo<IReadOnlyList<T>> type,
        CancellationToken cancellationToken)
        => RunAsync(
            operation,
            send,
            type,
            static (envelope, type) => envelope switch
            {
                // No answer at all says nothing, least of all that there is nothing.
                { Status: null, Reason.IsEmpty: true } => throw new JsonException("There is no list."),
                { HasEmptyReason: true } => [],
                _ => Deserialize(envelope, type),
            },
            cancellationToken);

    /// <summary>An operation without a result: whatever the reason holds, <c>OK</c> is enough.</summary>
    public async Task ExecuteAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        var call = new OperationCall(operation) { Answer = new AnswerBuffer() };
        try
        {
            await RunAsync(call, send, true, static (_, isDone) => isDone, cancellationToken).ConfigureAwait(false);
        }
        catch (OkSignNotFoundException) when (call.IsAbsenceFine)
        {
            // An earlier attempt removed it; only its answer was lost.
        }
    }

    /// <summary>An operation whose result is any JSON, or nothing.</summary>
    public Task<JsonElement> ReadAnyAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
        => RunAsync(
            operation,
            send,
            default(JsonElement),
            static (envelope, nothing) => envelope.Reason.IsEmpty ? nothing : ElementOf(envelope.Reason),
            cancellationToken);

    /// <summary>An answer that nobody has looked at yet.</summary>
    public async Task<T> OpenAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<HttpResponseMessage, Stream, T> open,
        CancellationToken cancellationToken)
    {
        var call = new OperationCall(operation);
        using OperationObservation observation = telemetry.Begin(call);
        try
        {
            HttpResponseMessage response = await SendAsync(call, send, cancellationToken).ConfigureAwait(false);
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return open(response, new AnswerStream(response, body, call, timeouts));
        }
        catch (Exception exception)
        {
            call.EndWith(exception);
            throw;
        }
    }

    /// <summary>An operation whose result stands in the head of its answer. Any answer without one is a failure.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="read">Reads the result; null when there is none.</param>
    /// <param name="expected">What the result is, for the message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<T> ReadHeadAsync<T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<HttpResponseMessage, T?> read,
        string expected,
        CancellationToken cancellationToken)
        where T : class
    {
        using var received = new AnswerBuffer();
        var call = new OperationCall(operation) { Answer = received };
        using OperationObservation observation = telemetry.Begin(call);
        try
        {
            using HttpResponseMessage response = await SendAsync(call, send, cancellationToken).ConfigureAwait(false);
            return read(response) ?? throw AnswerOf(call, response, received).FailureInsteadOf(expected);
        }
        catch (Exception exception)
        {
            call.EndWith(exception);
            throw;
        }
    }

    /// <summary>An operation whose result is a PDF. A failure comes as JSON, also with HTTP 200: the first bytes decide.</summary>
    public async Task<PdfDownload> DownloadAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        using var start = new AnswerBuffer(isPdfExpected: true);
        var call = new OperationCall(operation) { Answer = start };
        using OperationObservation observation = telemetry.Begin(call);
        try
        {
            HttpResponseMessage response = await SendAsync(call, send, cancellationToken).ConfigureAwait(false);
            if (start.IsPdf)
            {
                var whole = new PrefixedStream(start.Bytes.Span.ToArray(), start.Rest, leaveOpen: false);
                return new PdfDownload(new DownloadStream(response, whole, call, timeouts), response.Content.Headers.ContentLength);
            }

            using (response)
            {
                throw AnswerOf(call, response, start).FailureInsteadOf("a PDF");
            }
        }
        catch (Exception exception)
        {
            call.EndWith(exception);
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

    private Task<T> RunAsync<TState, T>(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        TState state,
        Func<Envelope, TState, T> read,
        CancellationToken cancellationToken,
        bool mayLackEnvelope = false)
        => RunAsync(new OperationCall(operation) { Answer = new AnswerBuffer() }, send, state, read, cancellationToken, mayLackEnvelope);

    private async Task<T> RunAsync<TState, T>(
        OperationCall call,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        TState state,
        Func<Envelope, TState, T> read,
        CancellationToken cancellationToken,
        bool mayLackEnvelope = false)
    {
        using AnswerBuffer received = call.Answer!;
        using OperationObservation observation = telemetry.Begin(call);
        try
        {
            using HttpResponseMessage response = await SendAsync(call, send, cancellationToken).ConfigureAwait(false);
            return AnswerOf(call, response, received).Result(rewriter, state, read, mayLackEnvelope);
        }
        catch (Exception exception)
        {
            call.EndWith(exception);
            throw;
        }
    }

#if NET
    // Every call comes by here and awaits it once, so that its state can be used again.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private static async ValueTask<HttpResponseMessage> SendAsync(
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

    private Answer AnswerOf(OperationCall call, HttpResponseMessage response, AnswerBuffer received)
        => new(call, form, response.StatusCode, RetryAfter.Of(response, timeProvider), received.Bytes, redactor);
}

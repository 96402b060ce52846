using System.Net;
using System.Text.Json;

namespace OkSign.Client;

/// <summary>
/// A received answer, and the rules that tell what it means. Whatever a proxy in between answered, only the family comes out.
/// </summary>
internal readonly struct Answer(OperationCall call, HttpStatusCode status, TimeSpan? retryAfter, PooledBytes body, Redactor redactor)
{
    /// <summary>The result, if the answer has one.</summary>
    /// <param name="rewriter">Gives the reason the names that are known.</param>
    /// <param name="state">What reading needs to know.</param>
    /// <param name="read">Reads the reason.</param>
    /// <param name="mayLackEnvelope">Whether an object without <c>status</c> is itself the result.</param>
    public T Result<TState, T>(WireRewriter rewriter, TState state, Func<Envelope, TState, T> read, bool mayLackEnvelope)
    {
        Envelope envelope = ReadEnvelope(mayLackEnvelope);
        try
        {
            return read(envelope.With(rewriter.Rewrite(call.Operation, envelope.Reason)), state);
        }
        catch (JsonException exception)
        {
            JsonException redacted = Redacted(exception);
            throw Unexpected($"the result does not have the form that is known: {redacted.Message}", redacted);
        }
    }

    /// <summary>What went wrong where a PDF should have come.</summary>
    public OkSignException FailureInsteadOfPdf()
    {
        try
        {
            ReadEnvelope(mayLackEnvelope: false);
            return Unexpected("an OK came instead of a PDF");
        }
        catch (OkSignException exception)
        {
            return exception;
        }
    }

    private Envelope ReadEnvelope(bool mayLackEnvelope)
    {
        // These say all by their status, whoever answered: the service or something on the way.
        switch ((int)status)
        {
            case 401 or 403:
                throw new OkSignAuthenticationException(
                    $"{call.Operation.Name}: the credentials were not accepted (HTTP {(int)status}).",
                    Facts());
            case 429:
                throw new OkSignRateLimitException($"{call.Operation.Name}: too many calls (HTTP 429).", Facts(), retryAfter);
            case 408 or >= 500:
                throw new OkSignTransportException(
                    $"{call.Operation.Name}: the server failed (HTTP {(int)status}).",
                    Facts() with { MayHaveReachedService = true });
        }

        if (body.Length > AnswerBuffer.MaxJsonLength)
        {
            throw Unexpected($"the answer is longer than {AnswerBuffer.MaxJsonLength} bytes");
        }

        Envelope envelope;
        try
        {
            envelope = Envelope.Parse(body.Memory);
        }
        catch (JsonException exception)
        {
            throw Unexpected("the answer is not the service's JSON", Redacted(exception));
        }

        if (envelope.IsFailed)
        {
            throw FailedAnswer.ToException([.. envelope.Reasons().Select(redactor.Redact)], Facts());
        }

        bool isSuccess = (int)status is >= 200 and < 300;
        if (isSuccess && envelope.IsOk)
        {
            return envelope;
        }

        return isSuccess && mayLackEnvelope && envelope.Status is null
            ? Envelope.Bare(body.Memory)
            : throw Unexpected("the answer has no status OK or FAILED");
    }

    /// <summary>The path to the place in the JSON is made of the answer's own names, however long, and whatever somebody made a name.</summary>
    private JsonException Redacted(JsonException exception)
        => new(
            redactor.Redact(exception.Message),
            exception.Path is { } path ? redactor.Redact(path) : null,
            exception.LineNumber,
            exception.BytePositionInLine);

    private OkSignUnexpectedContentException Unexpected(string what, Exception? inner = null)
        => new($"{call.Operation.Name}: {what} (HTTP {(int)status}).", Facts() with { MayHaveReachedService = true }, inner);

    private FailureFacts Facts() => call.Facts(redactor.Excerpt(body.Span));
}

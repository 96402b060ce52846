using System.Net;
using System.Text.Json;

namespace OkSign.Client;

/// <summary>
/// A received answer, and the rules that tell what it means. Whatever a proxy in between answered, only the family comes out.
/// </summary>
internal readonly struct Answer(
    OperationCall call,
    AnswerForm form,
    HttpStatusCode status,
    TimeSpan? retryAfter,
    PooledBytes body,
    Redactor redactor)
{
    private const int NoContent = 204;

    /// <summary>What was received of the body.</summary>
    public ReadOnlyMemory<byte> Body => body.Memory;

    /// <summary>The HTTP status.</summary>
    public int Status => (int)status;

    /// <summary>Whether the HTTP status is one of success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether a success without a body is one: the status says that there is none, or the operation is not known to have one.</summary>
    public bool MayBeNothing => IsSuccess && (Status == NoContent || call.Operation.MayAnswerNothing);

    /// <summary>The operation's name.</summary>
    public string Operation => call.Operation.Name;

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

    /// <summary>What went wrong where something else should have come: a PDF, or a redirect.</summary>
    /// <param name="expected">What should have come.</param>
    public OkSignException FailureInsteadOf(string expected)
    {
        try
        {
            ReadEnvelope(mayLackEnvelope: false);
            return Unexpected($"an OK came instead of {expected}");
        }
        catch (OkSignException exception)
        {
            return exception;
        }
    }

    /// <summary>The service's words without what must not reach a log.</summary>
    public IReadOnlyList<string> Redact(IReadOnlyList<string> texts) => [.. texts.Select(redactor.Redact)];

    public FailureFacts Facts() => call.Facts(redactor.Excerpt(body.Span));

    public OkSignUnexpectedContentException Unexpected(string what, Exception? inner = null)
        => new($"{Operation}: {what} (HTTP {Status}).", Facts() with { MayHaveReachedService = true }, inner);

    private Envelope ReadEnvelope(bool mayLackEnvelope)
    {
        // These say all by their status, whoever answered: the service or something on the way.
        switch (Status)
        {
            case 401 or 403:
                throw new OkSignAuthenticationException($"{Operation}: the credentials were not accepted (HTTP {Status}).", Facts());
            case 429:
                throw new OkSignRateLimitException($"{Operation}: too many calls (HTTP 429).", Facts(), retryAfter);
            case 408 or >= 500:
                throw new OkSignTransportException(
                    $"{Operation}: the server failed (HTTP {Status}).",
                    Facts() with { MayHaveReachedService = true });
        }

        if (body.Length > AnswerBuffer.MaxJsonLength)
        {
            throw Unexpected($"the answer is longer than {AnswerBuffer.MaxJsonLength} bytes");
        }

        try
        {
            return form.Read(this, mayLackEnvelope);
        }
        catch (JsonException exception)
        {
            throw Unexpected("the answer is not the service's JSON", Redacted(exception));
        }
    }

    /// <summary>The path to the place in the JSON is made of the answer's own names, however long, and whatever somebody made a name.</summary>
    private JsonException Redacted(JsonException exception)
        => new(
            redactor.Redact(exception.Message),
            exception.Path is { } path ? redactor.Redact(path) : null,
            exception.LineNumber,
            exception.BytePositionInLine);
}

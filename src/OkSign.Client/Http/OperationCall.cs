using System.Net;

namespace OkSign.Client;

/// <summary>One call of an operation on its way through the handlers: what it is, and what became of it so far.</summary>
internal sealed class OperationCall(Operation operation)
{
    /// <summary>The name under which a call travels in its request's options.</summary>
    public const string Key = "OkSign.Client.Call";

    private int _mayBeSent = 1;

    public Operation Operation { get; } = operation;

    /// <summary>The path that it is sent to, with a name in braces for the id in it; null for a path without one.</summary>
    public string? PathTemplate { get; set; } = operation.PathTemplate;

    /// <summary>Where the answer goes; null when the caller reads it from the network.</summary>
    public AnswerBuffer? Answer { get; init; }

    /// <summary>Who is told about it; null for nobody.</summary>
    public OperationTelemetry? Telemetry { get; set; }

    /// <summary>What the caller gets to see as a failure; null for none.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The status of the latest attempt's answer, or null when there is none.</summary>
    public HttpStatusCode? Status { get; private set; }

    /// <summary>What became of the latest attempt.</summary>
    public AttemptOutcome Outcome { get; private set; }

    /// <summary>Whether an attempt, the latest or an earlier one, may have been carried out without an answer that tells so.</summary>
    public bool MayHaveReachedService { get; private set; }

    /// <summary>
    /// Whether "does not exist" is no failure: it was the question, or an earlier attempt removed the thing and only its answer was lost.
    /// </summary>
    public bool IsAbsenceFine => Operation.AsksForExistence || (Operation.Class == OperationClass.Delete && MayHaveReachedService);

    public static OperationCall? Of(HttpRequestMessage request)
    {
#if NET
        return request.Options.TryGetValue(new HttpRequestOptionsKey<OperationCall>(Key), out OperationCall? call) ? call : null;
#else
        return request.Properties.TryGetValue(Key, out object? call) ? call as OperationCall : null;
#endif
    }

    /// <summary>Sends the call along with a request that was not made by Refit.</summary>
    public void AttachTo(HttpRequestMessage request)
    {
#if NET
        request.Options.Set(new HttpRequestOptionsKey<OperationCall>(Key), this);
#else
        request.Properties[Key] = this;
#endif
    }

    public void BeginAttempt()
    {
        Attempts++;
        Status = null;
        Outcome = AttemptOutcome.Answered;
    }

    public void ReceivesAnswer(HttpStatusCode status) => Status = status;

    public void EndAttempt(AttemptOutcome outcome)
    {
        Outcome = outcome;
        MayHaveReachedService |= outcome == AttemptOutcome.Lost;
    }

    /// <summary>The call ends with this exception.</summary>
    public void EndWith(Exception exception) => Failure = exception is OkSignNotFoundException && IsAbsenceFine ? null : exception;

    /// <summary>
    /// True for the first request that reaches the network and once more after each <see cref="AllowAgain"/>. Who asks in vain has sent before.
    /// </summary>
    public bool TryClaim()
    {
        bool isClaimed = Interlocked.Exchange(ref _mayBeSent, 0) == 1;
        MayHaveReachedService |= !isClaimed;
        return isClaimed;
    }

    /// <summary>Says that a further request does no harm.</summary>
    public void AllowAgain() => Volatile.Write(ref _mayBeSent, 1);

    public FailureFacts Facts(string? body = null) => new(Operation.Name, Attempts, Status, body, MayHaveReachedService);
}

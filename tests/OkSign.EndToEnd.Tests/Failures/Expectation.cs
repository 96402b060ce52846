using System.Net;
using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>
/// What must become of a call that meets a failure, derived from the rules of docs/reliability.md: what repeating the operation means, and
/// what the failure leaves unknown. It knows nothing of the client's own table.
/// </summary>
internal sealed record Expectation
{
    private const int Retries = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(5);

    /// <summary>How many requests the client makes.</summary>
    public required int Attempts { get; init; }

    /// <summary>How many of them the server sees.</summary>
    public required int Requests { get; init; }

    /// <summary>How many of them it carries out.</summary>
    public required int CarriedOut { get; init; }

    /// <summary>The exception; null for a result.</summary>
    public Type? Exception { get; init; }

    public HttpStatusCode? StatusCode { get; init; }

    public bool MayHaveReachedService { get; init; }

    public static Expectation Of(OperationCase operation, Failure failure, bool forGood)
        => operation.IsAnsweredBy(failure) ? Answered(failure) : OfFailure(operation, failure, forGood);

    private static Expectation Answered(Failure failure)
        => new() { Attempts = 1, Requests = 1, CarriedOut = failure.IsAfterWork ? 1 : 0 };

    private static Expectation OfFailure(OperationCase operation, Failure failure, bool forGood)
    {
        bool isRepeated = IsRepeated(operation, failure);
        int attempts = !isRepeated ? 1 : forGood ? AttemptsWithin(failure) : 2;
        int failures = isRepeated && !forGood ? 1 : attempts;
        int successes = attempts - failures;
        return new Expectation
        {
            Attempts = attempts,
            Requests = failure.Harm == Harm.NeverSent ? successes : attempts,
            CarriedOut = (failure.IsAfterWork ? failures : 0) + successes,
            Exception = successes > 0 ? null : ExceptionFor(failure.Harm),
            StatusCode = failure.Harm == Harm.BodyLost ? StatusOf(operation, attempts) : failure.Status,
            MayHaveReachedService = failure.Harm is Harm.AnswerLost or Harm.BodyLost or Harm.ServerFailed or Harm.NotTheService or Harm.Contradicted,
        };
    }

    /// <summary>The status of the true answer to the latest attempt.</summary>
    private static HttpStatusCode StatusOf(OperationCase operation, int attempts)
        => operation switch
        {
            { IsRedirect: true } => HttpStatusCode.Found,
            { Class: OperationClass.Delete } when attempts > 1 => operation.StatusOfGone,
            _ => HttpStatusCode.OK,
        };

    private static bool IsRepeated(OperationCase operation, Failure failure)
        => failure.Harm switch
        {
            Harm.NeverSent => true,
            Harm.TooMany => (failure.RetryAfter ?? operation.Window ?? TimeSpan.Zero) <= LongestPause,
            Harm.AnswerLost or Harm.ServerFailed => operation.Class != OperationClass.UnsafeWrite,

            // Of a download, the caller has the first bytes already.
            Harm.BodyLost => operation.Class != OperationClass.UnsafeWrite && !operation.IsDownload,
            _ => false,
        };

    private static int AttemptsWithin(Failure failure)
    {
        bool isWaitedFor = failure is { IsHeld: true, Harm: Harm.AnswerLost };
        int begunWithinBudget = isWaitedFor ? (int)Math.Ceiling(Budget / PauseClock.AttemptTimeout) : int.MaxValue;
        return Math.Min(Retries + 1, begunWithinBudget);
    }

    private static Type ExceptionFor(Harm harm)
        => harm switch
        {
            Harm.TooMany => typeof(OkSignRateLimitException),
            Harm.NotTheService => typeof(OkSignUnexpectedContentException),
            Harm.NoAccess => typeof(OkSignAuthenticationException),
            Harm.Refused => typeof(OkSignRejectedException),
            Harm.Contradicted => typeof(OkSignConflictException),
            Harm.Absent => typeof(OkSignNotFoundException),
            _ => typeof(OkSignTransportException),
        };
}

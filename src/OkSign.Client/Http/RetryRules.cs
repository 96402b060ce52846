using System.Net;

namespace OkSign.Client;

/// <summary>The table that says what may be repeated after what.</summary>
internal static class RetryRules
{
    /// <summary>Whether a call may be repeated after its latest attempt.</summary>
    public static bool MayRepeat(OperationCall call)
    {
        // Whatever the latest attempt was: an earlier one may have done the work.
        bool couldBeDoneTwice = call.Operation.Class == OperationClass.UnsafeWrite && call.MayHaveReachedService;
        return call.Operation.IsRepeatable && !couldBeDoneTwice && MayRepeat(call.Operation.Class, call.Outcome);
    }

    public static bool MayRepeat(OperationClass operation, AttemptOutcome outcome)
        => outcome switch
        {
            AttemptOutcome.NotSent or AttemptOutcome.TooMany => true,
            AttemptOutcome.Lost => operation != OperationClass.UnsafeWrite,
            AttemptOutcome.TooSoon => operation == OperationClass.Delete,
            _ => false,
        };

    /// <summary>What an answer means whose text does not matter.</summary>
    public static AttemptOutcome OutcomeOf(HttpStatusCode status)
        => (int)status switch
        {
            429 => AttemptOutcome.TooMany,
            408 or 500 or 502 or 503 or 504 => AttemptOutcome.Lost,
            _ => AttemptOutcome.Answered,
        };
}

namespace OkSign.Client;

/// <summary>What the call is about does not exist (any more): a <c>FAILED</c> that says so.</summary>
public sealed class OkSignNotFoundException : OkSignException
{
    internal OkSignNotFoundException(string message, FailureFacts facts)
        : base(message, facts)
    {
    }
}

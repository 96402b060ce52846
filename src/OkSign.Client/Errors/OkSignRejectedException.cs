namespace OkSign.Client;

/// <summary>The service understood the call and refuses it (<c>"status": "FAILED"</c>).</summary>
public sealed class OkSignRejectedException : OkSignException
{
    internal OkSignRejectedException(string message, FailureFacts facts, IReadOnlyList<string> reasons)
        : base(message, facts)
        => Reasons = reasons;

    /// <summary>The service's reasons, one or several; empty when it gives none.</summary>
    public IReadOnlyList<string> Reasons { get; }
}

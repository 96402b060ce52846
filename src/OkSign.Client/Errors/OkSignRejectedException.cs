namespace OkSign.Client;

/// <summary>The service understood the call and refuses it (<c>"status": "FAILED"</c>).</summary>
public sealed class OkSignRejectedException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="message">What happened.</param>
    /// <param name="reasons">The service's reasons.</param>
    public OkSignRejectedException(string operation, string message, IReadOnlyList<string> reasons)
        : this(message, new FailureFacts(operation, Attempts: 1), reasons)
    {
    }

    internal OkSignRejectedException(string message, FailureFacts facts, IReadOnlyList<string> reasons)
        : base(message, facts)
        => Reasons = reasons;

    /// <summary>The service's reasons, one or several; empty when it gives none.</summary>
    public IReadOnlyList<string> Reasons { get; }
}

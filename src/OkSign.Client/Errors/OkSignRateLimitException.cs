namespace OkSign.Client;

/// <summary>The service refuses the call because there were too many (HTTP 429).</summary>
public sealed class OkSignRateLimitException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="message">What happened.</param>
    /// <param name="retryAfter">How long the service asks to wait.</param>
    public OkSignRateLimitException(string operation, string message, TimeSpan? retryAfter)
        : this(message, new FailureFacts(operation, Attempts: 1), retryAfter)
    {
    }

    internal OkSignRateLimitException(string message, FailureFacts facts, TimeSpan? retryAfter)
        : base(message, facts)
        => RetryAfter = retryAfter;

    /// <summary>How long the service asks to wait, or null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}

namespace OkSign.Client;

/// <summary>The service refuses the call because there were too many (HTTP 429).</summary>
public sealed class OkSignRateLimitException : OkSignException
{
    internal OkSignRateLimitException(string message, FailureFacts facts, TimeSpan? retryAfter)
        : base(message, facts)
        => RetryAfter = retryAfter;

    /// <summary>How long the service asks to wait, or null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}

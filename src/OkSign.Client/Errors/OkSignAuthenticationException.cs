namespace OkSign.Client;

/// <summary>The service does not accept the credentials: HTTP 401 or 403, or a <c>FAILED</c> that says so.</summary>
public sealed class OkSignAuthenticationException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="message">What happened.</param>
    public OkSignAuthenticationException(string operation, string message)
        : this(message, new FailureFacts(operation, Attempts: 1))
    {
    }

    internal OkSignAuthenticationException(string message, FailureFacts facts)
        : base(message, facts)
    {
    }
}

namespace OkSign.Client;

/// <summary>The service does not accept the credentials: HTTP 401 or 403, or a <c>FAILED</c> that says so.</summary>
public sealed class OkSignAuthenticationException : OkSignException
{
    internal OkSignAuthenticationException(string message, FailureFacts facts)
        : base(message, facts)
    {
    }
}

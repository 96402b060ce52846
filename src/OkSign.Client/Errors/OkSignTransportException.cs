namespace OkSign.Client;

/// <summary>No usable answer arrived: no connection, a lost one, a time-out, or a server error (HTTP 5xx).</summary>
public sealed class OkSignTransportException : OkSignException
{
    internal OkSignTransportException(string message, FailureFacts facts, bool mayHaveReachedService, Exception? innerException = null)
        : base(message, facts, innerException)
        => MayHaveReachedService = mayHaveReachedService;

    /// <summary>
    /// False when the request surely never reached the service (name not resolved, connection refused, TLS failed), so that
    /// sending it again cannot do anything twice; true when the service may have carried it out.
    /// </summary>
    public bool MayHaveReachedService { get; }
}

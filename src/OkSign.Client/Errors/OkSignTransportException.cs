namespace OkSign.Client;

/// <summary>No usable answer arrived: no connection, a lost one, a time-out, or a server error (HTTP 5xx).</summary>
public sealed class OkSignTransportException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="message">What happened.</param>
    /// <param name="mayHaveReachedService">Whether the service may have carried out the request.</param>
    public OkSignTransportException(string operation, string message, bool mayHaveReachedService)
        : this(message, new FailureFacts(operation, Attempts: 1, MayHaveReachedService: mayHaveReachedService))
    {
    }

    internal OkSignTransportException(string message, FailureFacts facts, Exception? innerException = null)
        : base(message, facts, innerException)
    {
    }
}

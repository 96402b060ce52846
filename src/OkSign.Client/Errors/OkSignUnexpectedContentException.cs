namespace OkSign.Client;

/// <summary>An answer arrived that is not what the service gives: a proxy's page, broken JSON, a file that is not a whole PDF.</summary>
public sealed class OkSignUnexpectedContentException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="message">What happened.</param>
    public OkSignUnexpectedContentException(string operation, string message)
        : this(message, new FailureFacts(operation, Attempts: 1, MayHaveReachedService: true))
    {
    }

    internal OkSignUnexpectedContentException(string message, FailureFacts facts, Exception? innerException = null)
        : base(message, facts, innerException)
    {
    }
}

namespace OkSign.Client;

/// <summary>The service is still busy with the document (<c>Too soon</c>), as it is shortly after a signature. Try again later.</summary>
public sealed class OkSignTooSoonException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="message">What happened.</param>
    public OkSignTooSoonException(string operation, string message)
        : this(message, new FailureFacts(operation, Attempts: 1))
    {
    }

    internal OkSignTooSoonException(string message, FailureFacts facts)
        : base(message, facts)
    {
    }
}

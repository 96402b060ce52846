namespace OkSign.Client;

/// <summary>
/// What is to be made contradicts what is there (HTTP 409): the id of a signature request was used before, or the document is in a state that
/// does not allow it.
/// </summary>
/// <remarks>
/// OKdokument only. The cause is not documented. When the request was sent before, it probably means that it did its work then: so
/// <see cref="OkSignException.MayHaveReachedService"/> is true. Look for it before you send another one.
/// </remarks>
public sealed class OkSignConflictException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The name of the operation, such as <c>OkDokument.CreateSignatureRequest</c>.</param>
    /// <param name="message">What happened.</param>
    public OkSignConflictException(string operation, string message)
        : this(message, new FailureFacts(operation, Attempts: 1, MayHaveReachedService: true))
    {
    }

    internal OkSignConflictException(string message, FailureFacts facts)
        : base(message, facts)
    {
    }
}

namespace OkSign.Client;

/// <summary>The service is still busy with the document (<c>Too soon</c>), as it is shortly after a signature. Try again later.</summary>
public sealed class OkSignTooSoonException : OkSignException
{
    internal OkSignTooSoonException(string message, FailureFacts facts)
        : base(message, facts)
    {
    }
}

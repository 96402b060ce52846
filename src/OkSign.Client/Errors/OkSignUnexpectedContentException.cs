namespace OkSign.Client;

/// <summary>An answer arrived that is not what the service gives: a proxy's page, broken JSON, a file that is not a whole PDF.</summary>
public sealed class OkSignUnexpectedContentException : OkSignException
{
    internal OkSignUnexpectedContentException(string message, FailureFacts facts, Exception? innerException = null)
        : base(message, facts, innerException)
    {
    }
}

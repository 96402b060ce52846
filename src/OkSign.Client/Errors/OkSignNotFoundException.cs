namespace OkSign.Client;

/// <summary>What the call is about does not exist (any more): a <c>FAILED</c> that says so.</summary>
public sealed class OkSignNotFoundException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="message">What happened.</param>
    public OkSignNotFoundException(string operation, string message)
        : this(message, new FailureFacts(operation, Attempts: 1))
    {
    }

    internal OkSignNotFoundException(string message, FailureFacts facts)
        : base(message, facts)
    {
    }
}

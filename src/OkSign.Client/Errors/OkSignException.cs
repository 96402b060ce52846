using System.Net;

namespace OkSign.Client;

/// <summary>The base of every exception that comes from talking to the service.</summary>
/// <remarks>
/// Wrong arguments throw <see cref="ArgumentException"/> before anything is sent; a cancelled call throws
/// <see cref="OperationCanceledException"/>. Everything else is a child of this class.
/// </remarks>
public abstract class OkSignException : Exception
{
    private protected OkSignException(string message, FailureFacts facts, Exception? innerException = null)
        : base(message, innerException)
    {
        Operation = facts.Operation;
        StatusCode = facts.StatusCode;
        Attempts = facts.Attempts;
        ResponseBody = facts.ResponseBody;
        MayHaveReachedService = facts.MayHaveReachedService;
        Code = facts.Code;
    }

    /// <summary>The service's name of the operation, such as <c>Document.upload</c>.</summary>
    public string Operation { get; }

    /// <summary>The service's own code of the failure, such as OKdokument's <c>err.not.found</c>; null when it gives none. OKSign has no codes.</summary>
    public string? Code { get; }

    /// <summary>The HTTP status of the last answer, or null when there was none. A logical failure comes with 200.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>How many requests were sent for this call, retries included.</summary>
    public int Attempts { get; }

    /// <summary>The first 2,048 characters of the answer, without credentials, addresses and links; null when there was none.</summary>
    public string? ResponseBody { get; }

    /// <summary>
    /// Whether the service may have carried out the request, or an earlier attempt of it, without an answer that tells so. False when it
    /// surely did not: it refused, or was never reached (name not resolved, connection refused, TLS failed). Then sending it again cannot do
    /// anything twice.
    /// </summary>
    public bool MayHaveReachedService { get; }
}

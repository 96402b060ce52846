#if !NET
using System.Net;
#endif

namespace OkSign.Client;

/// <summary>Tells failures of the way to the service from all others, and which of them happened before the request was sent.</summary>
internal static class TransportFailure
{
    public static bool Is(Exception exception) => exception is HttpRequestException or IOException or TimeoutException;

    /// <summary>Counts a cancellation too, when it was not the caller's: a handler of the user's may have a limit of its own.</summary>
    public static bool IsOf(Exception exception, CancellationToken callersToken)
        => Is(exception) || (exception is OperationCanceledException && !callersToken.IsCancellationRequested);

    /// <summary>False only when it is certain that the service never saw the request.</summary>
    public static bool MayHaveReachedService(Exception exception)
    {
#if NET
        return exception is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };
#else
        return exception is not HttpRequestException
        {
            InnerException: WebException
            {
                Status: WebExceptionStatus.NameResolutionFailure
                    or WebExceptionStatus.ProxyNameResolutionFailure
                    or WebExceptionStatus.ConnectFailure
                    or WebExceptionStatus.SecureChannelFailure
                    or WebExceptionStatus.TrustFailure,
            },
        };
#endif
    }

    public static OkSignTransportException ToException(Exception exception, OperationCall call)
        => new($"{call.Operation.Name}: {exception.Message}", call.Facts(), MayHaveReachedService(exception), exception);
}

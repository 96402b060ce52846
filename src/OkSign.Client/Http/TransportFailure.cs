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

    /// <summary>What an exception on the way says about the attempt.</summary>
    public static AttemptOutcome OutcomeOf(Exception exception, HttpRequestMessage request)
        => request.Content is RequestBody { HasBegun: false } || IsOfConnecting(exception)
            ? AttemptOutcome.NotSent
            : AttemptOutcome.Lost;

    public static OkSignTransportException ToException(Exception exception, OperationCall call)
        => new(
            call.Status is null
                ? $"{call.Operation.Name}: {exception.Message}"
                : $"{call.Operation.Name}: the answer broke off: {exception.Message}",
            call.Facts(),
            exception);

    /// <summary>True only when it is certain that there was no connection that a request could have gone through.</summary>
    private static bool IsOfConnecting(Exception exception)
    {
#if NET
        return exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };
#else
        return exception is HttpRequestException
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
}

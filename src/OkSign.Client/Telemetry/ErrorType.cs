using System.Net;

namespace OkSign.Client;

/// <summary>The values of <c>error.type</c>: a few fixed words, types and numbers, never a message.</summary>
internal static class ErrorType
{
    private static readonly string TooSoon = typeof(OkSignTooSoonException).FullName!;
    private static readonly string Cancelled = typeof(OperationCanceledException).FullName!;

    /// <summary>The word that .NET's own instrumentation has for it, or else the exception's type.</summary>
    public static string Of(Exception exception)
        => WordFor(exception) ?? (exception is OperationCanceledException ? Cancelled : exception.GetType().FullName!);

    /// <summary>Null for an answer that is no error by its status.</summary>
    public static string? Of(HttpStatusCode? status)
        => (int?)status >= 400 ? ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Why an attempt is followed by another one.</summary>
    public static string OfRepeated(OperationCall call, Exception? exception)
        => exception is not null ? Of(exception)
            : call.Outcome == AttemptOutcome.TooSoon ? TooSoon
            : Of(call.Status) ?? "_OTHER";

    private static string? WordFor(Exception exception)
    {
#if NET
        return (exception as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "name_resolution_error",
            HttpRequestError.ConnectionError => "connection_error",
            HttpRequestError.SecureConnectionError => "secure_connection_error",
            HttpRequestError.HttpProtocolError => "http_protocol_error",
            HttpRequestError.VersionNegotiationError => "version_negotiation_error",
            HttpRequestError.UserAuthenticationError => "user_authentication_error",
            HttpRequestError.ProxyTunnelError => "proxy_tunnel_error",
            HttpRequestError.InvalidResponse => "invalid_response",
            HttpRequestError.ResponseEnded => "response_ended",
            HttpRequestError.ConfigurationLimitExceeded => "configuration_limit_exceeded",
            _ => null,
        };
#else
        _ = exception;
        return null;
#endif
    }
}

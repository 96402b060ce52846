using OkSign.Client;

namespace AspNetCoreHost.Hosting;

/// <summary>What to tell people when the service could not do something. The exceptions have neither keys nor links in their texts.</summary>
public static class FailureText
{
    public static string Of(OkSignException failure) => failure switch
    {
        OkSignIncompleteRequestException { InnerException: OkSignException cause } => Of(cause),
        OkSignAuthenticationException => "OKSign does not accept the key of this application. Whoever runs it must check the setting OkSign:Authorization.",
        OkSignRateLimitException { RetryAfter: { } pause } => $"OKSign wants to be left alone for a while. Try again in {InWords(pause)}.",
        OkSignRateLimitException or OkSignTooSoonException => "OKSign wants to be left alone for a while. Try again in a few minutes.",
        OkSignRejectedException { Reasons: { Count: > 0 } reasons } => $"OKSign refuses it: {string.Join("; ", reasons)}.",
        OkSignRejectedException => "OKSign refuses it, and does not say why.",
        OkSignNotFoundException => "OKSign does not have this document (any more).",
        OkSignTransportException { StatusCode: null } => "OKSign cannot be reached at the moment.",
        OkSignTransportException { StatusCode: { } status } => $"OKSign is in trouble at the moment (HTTP {(int)status}).",
        _ => "What came back was no answer of OKSign. Perhaps a proxy stands in between.",
    };

    private static string InWords(TimeSpan pause)
        => pause < TimeSpan.FromMinutes(1) ? $"{Math.Ceiling(pause.TotalSeconds):0} seconds" : $"{Math.Ceiling(pause.TotalMinutes):0} minutes";
}

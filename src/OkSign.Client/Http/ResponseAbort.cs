namespace OkSign.Client;

/// <summary>Ends the reading of a body when a token is cancelled.</summary>
internal static class ResponseAbort
{
    /// <summary>
    /// .NET Framework's response streams heed a token only before they begin to read: there the response is disposed of under them.
    /// Elsewhere the stream does it by itself.
    /// </summary>
    public static CancellationTokenRegistration DisposeOn(this HttpResponseMessage response, CancellationToken cancellationToken)
    {
#if NET
        _ = (response, cancellationToken);
        return default;
#else
        return cancellationToken.Register(static state => ((HttpResponseMessage)state).Dispose(), response);
#endif
    }
}

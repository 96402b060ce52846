namespace OkSign.Client;

/// <summary>What the handler at the bottom must not do.</summary>
internal static class NetworkRules
{
    /// <summary>The problem with a network handler of the user's, or null. Of a handler of an unknown kind nothing can be told.</summary>
    /// <remarks>A redirect may lead to any host, and the credentials, being no standard header, would go along.</remarks>
    public static string? Problem(HttpMessageHandler network)
        => FollowsRedirects(Innermost(network))
            ? "The network handler follows redirects, which would carry the credentials to any host: set AllowAutoRedirect to false."
            : null;

    private static bool FollowsRedirects(HttpMessageHandler handler)
        => handler switch
        {
            HttpClientHandler client => client.AllowAutoRedirect,
#if NET
            SocketsHttpHandler sockets => sockets.AllowAutoRedirect,
#endif
            _ => false,
        };

    private static HttpMessageHandler Innermost(HttpMessageHandler handler)
        => handler is DelegatingHandler { InnerHandler: { } inner } ? Innermost(inner) : handler;
}

namespace OkSign.Client;

/// <summary>The handlers between a client and the network, from the outside in: wire form, rate limit of calls, retry,
/// rate limit of requests, span of the attempt, attempt, authorization, network.</summary>
internal static class HttpPipeline
{
    /// <summary>
    /// By then the service has the head of a request, at which it counts, although the answer to a long upload is still to come.
    /// </summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromMilliseconds(250);

    /// <summary>The way to a service, with connections of its own.</summary>
    /// <exception cref="ArgumentException">A setting is not usable.</exception>
    public static HttpClient CreateHttpClient(ServiceClientOptions options, TimeProvider timeProvider, HttpMessageHandler? network)
    {
        if (OptionsRules.Check(options) is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        }

        if (network is not null && NetworkRules.Problem(network) is { } problem)
        {
            throw new ArgumentException(problem, nameof(network));
        }

        HttpMessageHandler handler = network ?? CreateNetworkHandler(options);
        foreach (DelegatingHandler outer in CreateHandlers(options, timeProvider).Reverse())
        {
            outer.InnerHandler = handler;
            handler = outer;
        }

        var http = new HttpClient(handler);
        Configure(http, options);
        return http;
    }

    /// <summary>This library's handlers, the outermost first.</summary>
    public static IReadOnlyList<DelegatingHandler> CreateHandlers(ServiceClientOptions options, TimeProvider timeProvider)
        =>
        [
            new WireFormHandler(options.ToWireRewriter()),
            new RateLimitHandler(options.ToRateLimiters(forWholeCalls: true, timeProvider), Timeout.InfiniteTimeSpan, timeProvider),
            new RetryHandler(options.Retry, timeProvider, static () => Random.Shared.NextDouble()),
            new RateLimitHandler(options.ToRateLimiters(forWholeCalls: false, timeProvider), LongestWay, timeProvider),
            new AttemptSpanHandler(),
            new AttemptHandler(options.ToTimeouts(timeProvider)),
            new AuthorizationHandler(options.GetKey()!, options.BaseAddress),
        ];

    public static void Configure(HttpClient http, ServiceClientOptions options)
    {
        http.BaseAddress = options.BaseAddress;

        // The handlers have limits of their own; a document's transfer must not be cut off by the clock.
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>The network. It follows no redirects: the credentials, being no standard header, would go along to any host.</summary>
    public static HttpMessageHandler CreateNetworkHandler(ServiceClientOptions options)
    {
        // A client may live as long as its process: connections are renewed, so that a change in DNS is seen.
        var connectionLifetime = TimeSpan.FromMinutes(5);
#if NET
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = connectionLifetime,

            // The service has no use for the application's trace, and what travels along as its baggage may be private. Without a propagator
            // there is no span of the framework's either, which would tell the whole path.
            ActivityHeadersPropagator = options.GetTraits().HasIdsInPaths ? null : System.Diagnostics.DistributedContextPropagator.CreateNoOutputPropagator(),

            // A host that does not answer at all is better asked again than waited for.
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
#else
        // The lease holds while calls come: .NET Framework forgets it with a service point that was idle for long.
        System.Net.ServicePointManager.FindServicePoint(options.BaseAddress).ConnectionLeaseTimeout = (int)connectionLifetime.TotalMilliseconds;
        return new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = int.MaxValue };
#endif
    }
}

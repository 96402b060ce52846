using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>Health checks of the services.</summary>
public static class OkSignHealthChecksBuilderExtensions
{
    private static readonly TimeSpan DefaultKeepFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Checks that OKSign is reachable, takes the key, and has credits left (<c>Credits.retrieve</c>): unhealthy, unhealthy, degraded. The service is asked once
    /// for all probes of some minutes.
    /// </summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="minimumCredits">Fewer make it degraded; null for no matter how many.</param>
    /// <param name="keepFor">How long an answer counts: 5 minutes unless given. A failure counts for 30 seconds.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it is when the service does not answer or accept the key: unhealthy unless given.</param>
    /// <param name="tags">For choosing among checks.</param>
    public static IHealthChecksBuilder AddOkSign(
        this IHealthChecksBuilder builder,
        decimal? minimumCredits = null,
        TimeSpan? keepFor = null,
        string name = "oksign",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
        => Add(
            builder,
            "OKSign",
            minimumCredits,
            static provider =>
            {
                OkSignClient client = provider.GetRequiredService<OkSignClient>();
                return async cancellationToken => (await client.Credits.RetrieveAsync(cancellationToken).ConfigureAwait(false)).Quantity;
            },
            keepFor,
            name,
            failureStatus,
            tags);

    /// <summary>
    /// Checks that OKdokument is reachable, takes the key, and has signature requests left (operation 3.5, <c>GET /JSON/counter</c>): unhealthy, unhealthy, degraded. The
    /// service is asked once for all probes of some minutes.
    /// </summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="minimumCredits">Fewer make it degraded; null for no matter how many.</param>
    /// <param name="keepFor">How long an answer counts: 5 minutes unless given. A failure counts for 30 seconds.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it is when the service does not answer or accept the key: unhealthy unless given.</param>
    /// <param name="tags">For choosing among checks.</param>
    public static IHealthChecksBuilder AddOkDokument(
        this IHealthChecksBuilder builder,
        decimal? minimumCredits = null,
        TimeSpan? keepFor = null,
        string name = "okdokument",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
        => Add(
            builder,
            "OKdokument",
            minimumCredits,
            static provider =>
            {
                OkDokumentClient client = provider.GetRequiredService<OkDokumentClient>();
                return async cancellationToken => (await client.Usage.RetrieveAsync(cancellationToken).ConfigureAwait(false)).AvailableSignatureRequests;
            },
            keepFor,
            name,
            failureStatus,
            tags);

    private static IHealthChecksBuilder Add(
        IHealthChecksBuilder builder,
        string service,
        decimal? minimumCredits,
        Func<IServiceProvider, Func<CancellationToken, Task<decimal?>>> questionOf,
        TimeSpan? keepFor,
        string name,
        HealthStatus? failureStatus,
        IEnumerable<string>? tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<HostClock>();
        var cache = new CachedCheck(keepFor ?? DefaultKeepFor);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new ServiceHealthCheck(service, minimumCredits, questionOf(provider), cache, provider.GetRequiredService<HostClock>()),
            failureStatus,
            tags));
    }
}

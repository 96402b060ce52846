using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OkSign.Client.AspNetCore;

/// <summary>Whether a service is reachable, takes the key, and has credits left.</summary>
/// <param name="service">Its name.</param>
/// <param name="minimumCredits">Fewer make it degraded; null for no matter how many.</param>
/// <param name="ask">Asks for the credits; null when the service does not tell.</param>
/// <param name="cache">Shared by all probes.</param>
/// <param name="clock">The clock.</param>
internal sealed class ServiceHealthCheck(
    string service,
    decimal? minimumCredits,
    Func<CancellationToken, Task<decimal?>> ask,
    CachedCheck cache,
    HostClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => cache.CheckAsync(() => AskAsync(context.Registration.FailureStatus), clock.TimeProvider.GetUtcNow(), cancellationToken);

    private async Task<HealthCheckResult> AskAsync(HealthStatus failureStatus)
    {
        try
        {
            decimal? credits = await ask(CancellationToken.None).ConfigureAwait(false);
            var data = new Dictionary<string, object>();
            if (credits is { } known)
            {
                data["credits"] = known;
            }

            return credits < minimumCredits
                ? HealthCheckResult.Degraded(
                    string.Create(CultureInfo.InvariantCulture, $"{service} has {credits} credits left, fewer than {minimumCredits}."),
                    exception: null,
                    data)
                : HealthCheckResult.Healthy($"{service} answers.", data);
        }
        catch (OkSignAuthenticationException exception)
        {
            return new HealthCheckResult(failureStatus, $"{service} does not accept the key.", exception);
        }
        catch (OkSignException exception)
        {
            return new HealthCheckResult(failureStatus, $"{service} does not answer as it should.", exception);
        }
    }
}

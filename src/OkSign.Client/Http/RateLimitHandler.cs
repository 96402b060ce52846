using System.Threading.RateLimiting;

namespace OkSign.Client;

/// <summary>Waits until the service lets an operation be called, instead of being told that it was too soon.</summary>
/// <param name="limiters">The limiters by the names of their operations.</param>
/// <param name="longestWay">After that long the service has counted a request, although the answer is still to come.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RateLimitHandler(IReadOnlyDictionary<string, RateLimiter> limiters, TimeSpan longestWay, TimeProvider timeProvider)
    : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => OperationCall.Of(request) is { } call && limiters.TryGetValue(call.Operation.Name, out RateLimiter? limiter)
            ? SendAsync(request, call, limiter, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        OperationCall call,
        RateLimiter limiter,
        CancellationToken cancellationToken)
    {
        using RateLimitLease lease = await AcquireAsync(call, limiter, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            throw new OkSignRateLimitException(
                $"{call.Operation.Name}: the rate limiter of this client let no call through.",
                call.Facts(),
                lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter) ? retryAfter : null);
        }

        using ITimer timer = timeProvider.CreateTimer(static held => ((RateLimitLease)held!).Dispose(), lease, longestWay, Timeout.InfiniteTimeSpan);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RateLimitLease> AcquireAsync(OperationCall call, RateLimiter limiter, CancellationToken cancellationToken)
    {
        long began = timeProvider.GetTimestamp();
        ValueTask<RateLimitLease> acquiring = limiter.AcquireAsync(permitCount: 1, cancellationToken);
        if (!acquiring.IsCompleted)
        {
            call.Telemetry?.Waits(call);
        }

        RateLimitLease lease = await acquiring.ConfigureAwait(false);
        OperationTelemetry.Waited(call, timeProvider.GetElapsedTime(began));
        return lease;
    }
}

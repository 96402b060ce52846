using System.Threading.RateLimiting;

namespace OkSign.Client;

/// <summary>Waits until the service lets an operation be called, instead of being told that it was too soon.</summary>
internal sealed class RateLimitHandler(IReadOnlyDictionary<string, RateLimiter> limiters, TimeProvider timeProvider) : DelegatingHandler
{
    /// <summary>
    /// By then the service has the head of a request, at which it counts, although the answer to a long upload is still to come.
    /// </summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromMilliseconds(250);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (OperationCall.Of(request) is not { } call || !limiters.TryGetValue(call.Operation.Name, out RateLimiter? limiter))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using RateLimitLease lease = await limiter.AcquireAsync(permitCount: 1, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            throw new OkSignRateLimitException(
                $"{call.Operation.Name}: the rate limiter of this client let no call through.",
                call.Facts(),
                lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter) ? retryAfter : null);
        }

        using ITimer timer = timeProvider.CreateTimer(static held => ((RateLimitLease)held!).Dispose(), lease, LongestWay, Timeout.InfiniteTimeSpan);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}

using System.Threading.RateLimiting;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A limiter that lets nobody through, and tells when somebody waits.</summary>
internal sealed class HeldLimiter : RateLimiter
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Is done when somebody waits.</summary>
    public Task Asked => _asked.Task;

    public override TimeSpan? IdleDuration => null;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("Nobody is let through.");
    }
}

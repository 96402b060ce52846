using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OkSign.Client.AspNetCore;

/// <summary>Asks once for all probes of some minutes: each question is a call to the service.</summary>
/// <param name="keepFor">How long a good answer counts.</param>
internal sealed class CachedCheck(TimeSpan keepFor)
{
    // What passes is not to take a host out of service for minutes.
    private static readonly TimeSpan KeepFailureFor = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private Task<HealthCheckResult>? _asking;
    private DateTimeOffset _askedAt;

    /// <param name="ask">Asks; not cancelled with the probe that is the first to come, because others wait for the answer, too.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public Task<HealthCheckResult> CheckAsync(Func<Task<HealthCheckResult>> ask, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_asking is null or { IsFaulted: true } || (_asking.IsCompleted && now - _askedAt >= KeepFor(_asking)))
            {
                (_asking, _askedAt) = (ask(), now);
            }

            return _asking.WaitAsync(cancellationToken);
        }
    }

    private TimeSpan KeepFor(Task<HealthCheckResult> answer)
        => answer is { IsCompletedSuccessfully: true, Result.Exception: not null } && KeepFailureFor < keepFor ? KeepFailureFor : keepFor;
}

namespace OkSign.Client;

/// <summary>How often and how patiently a call is repeated after a failure that passes.</summary>
/// <remarks>
/// Only what does no harm is repeated: reads, removals and writes that set a state after any passing failure; uploads and everything that
/// makes or sends something only when the service surely did nothing. See docs/reliability.md.
/// </remarks>
public sealed class OkSignRetryOptions
{
    /// <summary>How many times a call is repeated at most after failures: 0 to 10, 3 unless set. With 0 nothing is ever repeated.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The first pause is a random part of this, each later one of twice the span before: 1 second unless set.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest pause, 30 seconds unless set. If the service asks for more (<c>Retry-After</c>), the call fails at once.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after its start a call may still be repeated: 5 minutes unless set. A document that cannot be removed yet (<c>Too soon</c>) is
    /// asked about again for that long. A request under way is not cut off by this, see <see cref="ServiceClientOptions.AttemptTimeout"/>.
    /// </summary>
    public TimeSpan Budget { get; set; } = TimeSpan.FromMinutes(5);
}

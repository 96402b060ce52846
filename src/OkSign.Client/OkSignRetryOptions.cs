namespace OkSign.Client;

/// <summary>How often and how patiently a read is repeated after a failure that passes. Nothing but reads is repeated.</summary>
public sealed class OkSignRetryOptions
{
    /// <summary>How many times a call is repeated at most: 0 to 10, 3 unless set.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The first pause is a random part of this, each later one of twice the span before: 1 second unless set.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest pause, 30 seconds unless set. If the service asks for more (<c>Retry-After</c>), the call fails at once.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);
}

namespace OkSign.Client;

/// <summary>How often the service lets an operation be called.</summary>
/// <param name="Calls">How many times within the window.</param>
/// <param name="Window">The window, which slides.</param>
internal sealed record OperationLimit(int Calls, TimeSpan Window)
{
    /// <summary>
    /// Whether a call needs one permit, repetitions included, and waits no longer for it than for a retry. For a window of minutes: what failed
    /// was hardly counted, and whether to wait for so long is the caller's decision.
    /// </summary>
    public bool IsForWholeCalls { get; init; }

    /// <summary>Asked once in three minutes, as the service wants it of its lists.</summary>
    public static OperationLimit OnceInThreeMinutes { get; } = new(1, TimeSpan.FromMinutes(3)) { IsForWholeCalls = true };
}

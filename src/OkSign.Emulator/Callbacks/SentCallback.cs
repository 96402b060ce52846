namespace OkSign.Emulator;

/// <summary>A call that the emulator has made to an address of yours, whatever came of it.</summary>
public sealed record SentCallback
{
    /// <summary>What it was about.</summary>
    public required CallbackKind Kind { get; init; }

    /// <summary>The address with all parameters.</summary>
    public required Uri Address { get; init; }

    /// <summary>The JSON that was posted; null for a GET.</summary>
    public string? Body { get; init; }

    /// <summary>The HTTP status of the answer; null when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why there was no answer; null when there was one.</summary>
    public string? Error { get; init; }

    /// <summary>How long it took until the answer came or the call was given up, in real time.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>When that happened which the call is about, by the emulator's clock.</summary>
    public required DateTimeOffset At { get; init; }
}

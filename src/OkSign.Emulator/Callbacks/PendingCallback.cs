namespace OkSign.Emulator.Callbacks;

/// <summary>A call to be made: a GET with parameters or, with a body, a POST.</summary>
internal sealed record PendingCallback(
    CallbackKind Kind, Uri Address, IReadOnlyList<KeyValuePair<string, string?>> Parameters, DateTimeOffset At)
{
    /// <summary>JSON; null for a GET.</summary>
    public string? Body { get; init; }

    /// <summary>Told what came of it, before anybody who waits for the delivery of callbacks.</summary>
    public Action<SentCallback>? Done { get; init; }
}

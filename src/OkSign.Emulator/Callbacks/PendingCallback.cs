namespace OkSign.Emulator.Callbacks;

/// <summary>A call to be made.</summary>
internal sealed record PendingCallback(
    CallbackKind Kind, Uri Address, IReadOnlyList<KeyValuePair<string, string?>> Parameters, DateTimeOffset At);

namespace OkSign.Emulator.AuditTrail;

/// <summary>Something that happened to a document.</summary>
internal sealed record AuditEvent(DateTimeOffset At, string Text)
{
    /// <summary>The round of signing that it belongs to, from 0; null when it is about the source document.</summary>
    public int? Round { get; init; }
}

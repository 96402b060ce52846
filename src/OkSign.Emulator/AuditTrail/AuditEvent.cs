namespace OkSign.Emulator.AuditTrail;

/// <summary>Something that happened to a document.</summary>
internal sealed record AuditEvent(DateTimeOffset At, string Text)
{
    /// <summary>The signed copy that it is about; null when it is about the source document.</summary>
    public string? SignedId { get; init; }
}

namespace OkSign.Emulator.Notifications;

/// <summary>A message to be sent, as uploaded in <c>notifications</c>.</summary>
internal sealed record Notification
{
    public required MessageKind Kind { get; init; }

    /// <summary>The ids of the signers who get it.</summary>
    public required IReadOnlyList<string> To { get; init; }

    public required string Subject { get; init; }

    public string? Body { get; init; }

    public string? Sender { get; init; }

    public IReadOnlyList<string> Cc { get; init; } = [];

    public string? ReplyTo { get; init; }

    public string? Language { get; init; }

    /// <summary>Ids of uploaded attachments.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>How long to wait before the first message.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many reminders follow.</summary>
    public int Repeat { get; init; }

    /// <summary>The days between reminders, at least one.</summary>
    public int ReminderDays { get; init; } = 1;
}

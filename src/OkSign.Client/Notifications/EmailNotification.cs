using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>An e-mail that asks to sign. The service adds the link.</summary>
public sealed record EmailNotification : OkSignModel
{
    /// <summary>The signers who get it: ids, not addresses.</summary>
    [JsonPropertyName("to")]
    [JsonConverter(typeof(LenientListConverter<SignerId>))]
    public required IReadOnlyList<SignerId> To
    {
        get => field ?? [];
        init;
    }

    /// <summary>The subject.</summary>
    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    /// <summary>The text, HTML.</summary>
    [JsonPropertyName("body")]
    public string? Body { get; init; }

    /// <summary>The name shown as the sender's.</summary>
    [JsonPropertyName("sender")]
    public string? Sender { get; init; }

    /// <summary>Further e-mail addresses.</summary>
    [JsonPropertyName("cc")]
    [JsonConverter(typeof(LenientListConverter<string>))]
    public IReadOnlyList<string>? Cc { get; init; }

    /// <summary>The address to which answers go.</summary>
    [JsonPropertyName("replyto")]
    public string? ReplyTo { get; init; }

    /// <summary>The attachments, as <see cref="EmailAttachmentsClient.UploadAsync"/> gave their ids.</summary>
    [JsonPropertyName("attachments")]
    [JsonConverter(typeof(LenientListConverter<EmailAttachmentId>))]
    public IReadOnlyList<EmailAttachmentId>? Attachments { get; init; }

    /// <summary>How many minutes to wait before it is sent.</summary>
    [JsonPropertyName("delay")]
    public int? DelayMinutes { get; init; }

    /// <summary>How many reminders follow while the signer has not signed.</summary>
    [JsonPropertyName("repeat")]
    public int? Reminders { get; init; }

    /// <summary>How many days lie between reminders.</summary>
    [JsonPropertyName("reminder_days")]
    public int? ReminderDays { get; init; }

    /// <summary>The language.</summary>
    [JsonPropertyName("language")]
    [JsonConverter(typeof(NullWhenEmptyConverter<Language>))]
    public Language? Language { get; init; }
}

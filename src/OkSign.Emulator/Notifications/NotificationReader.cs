using System.Text.Json;
using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Notifications;

/// <summary>Reads and checks <c>notifications</c>. Each of <c>smtp</c> and <c>sms</c> may be one message or an array of them.</summary>
internal sealed class NotificationReader(EmailAttachments attachments)
{
    private static readonly string[] Languages = ["nl", "fr", "en", "da", "de", "pl", "es", "it", "pt"];

    /// <returns>The messages; null when there is no <c>notifications</c>.</returns>
    public IReadOnlyList<Notification>? Read(JsonMembers root, IReadOnlyList<Signer> signers)
        => root.Object("notifications") is not { } notifications ? null :
        [
            .. Messages(notifications, "smtp").Select(message => ReadMessage(message, MessageKind.Email, signers)),
            .. Messages(notifications, "sms").Select(message => ReadMessage(message, MessageKind.Sms, signers)),
        ];

    private static IReadOnlyList<JsonMembers> Messages(JsonMembers notifications, string channel)
        => notifications.Member(channel) is { ValueKind: JsonValueKind.Array }
            ? notifications.Objects(channel) ?? []
            : notifications.Object(channel) is { } message ? [message] : [];

    private Notification ReadMessage(JsonMembers message, MessageKind kind, IReadOnlyList<Signer> signers) => new()
    {
        Kind = kind,
        To = ReadRecipients(message, signers),
        Subject = message.RequiredText("subject") ?? "",
        Sender = message.Text("sender"),
        Body = message.Text("body"),
        ReplyTo = message.Text("replyto"),
        Cc = message.Texts("cc") ?? [],
        Attachments = ReadAttachments(message),
        Delay = TimeSpan.FromMinutes(ReadCount(message, "delay")),
        Repeat = ReadCount(message, "repeat"),

        // Without a number, or with 0, all reminders would go out at once.
        ReminderDays = Math.Max(1, ReadCount(message, "reminder_days")),
        Language = ReadLanguage(message),
    };

    private static IReadOnlyList<string> ReadRecipients(JsonMembers message, IReadOnlyList<Signer> signers)
    {
        IReadOnlyList<string> recipients = message.Texts("to") ?? [];
        if (recipients.Count == 0)
        {
            message.Problem("to must name at least one signer");
        }

        foreach (string stranger in recipients.Where(recipient => signers.All(signer => signer.Id != recipient)))
        {
            message.Problem($"to: \"{stranger}\" is not a signer of the document");
        }

        return recipients;
    }

    private IReadOnlyList<string> ReadAttachments(JsonMembers message)
    {
        IReadOnlyList<string> ids = message.Texts("attachments") ?? [];
        foreach (string unknown in ids.Where(id => attachments.FileNameOf(id) is null))
        {
            message.Problem($"attachments: \"{unknown}\" is not an uploaded attachment");
        }

        return ids;
    }

    private static int ReadCount(JsonMembers message, string name)
    {
        int count = message.Integer(name) ?? 0;
        if (count < 0)
        {
            message.Problem($"{name} must not be negative");
        }

        return count;
    }

    private static string? ReadLanguage(JsonMembers message)
    {
        string? language = message.Text("language");
        if (language is not null && !Languages.Contains(language))
        {
            message.Problem($"language \"{language}\" is not one of: {string.Join(", ", Languages)}");
        }

        return language;
    }
}

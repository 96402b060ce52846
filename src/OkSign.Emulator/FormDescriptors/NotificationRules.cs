using System.Text.Json;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Checks <c>notifications</c>. Each of <c>smtp</c> and <c>sms</c> may be one message or an array of them.</summary>
internal static class NotificationRules
{
    private static readonly string[] Languages = ["nl", "fr", "en", "da", "de", "pl", "es", "it", "pt"];

    public static void Check(JsonMembers root, IReadOnlyList<Signer> signers)
    {
        if (root.Object("notifications") is not { } notifications)
        {
            return;
        }

        foreach (string channel in new[] { "smtp", "sms" })
        {
            foreach (JsonMembers message in Messages(notifications, channel))
            {
                CheckMessage(message, signers);
            }
        }
    }

    private static IReadOnlyList<JsonMembers> Messages(JsonMembers notifications, string channel)
        => notifications.Member(channel) is { ValueKind: JsonValueKind.Array }
            ? notifications.Objects(channel) ?? []
            : notifications.Object(channel) is { } message ? [message] : [];

    private static void CheckMessage(JsonMembers message, IReadOnlyList<Signer> signers)
    {
        IReadOnlyList<string>? recipients = message.Texts("to");
        if (recipients is null or { Count: 0 })
        {
            message.Problem("to must name at least one signer");
        }

        foreach (string recipient in recipients ?? [])
        {
            if (signers.All(signer => signer.Id != recipient))
            {
                message.Problem($"to: \"{recipient}\" is not a signer of the document");
            }
        }

        message.RequiredText("subject");
        foreach (string name in new[] { "sender", "body", "replyto" })
        {
            message.Text(name);
        }

        foreach (string name in new[] { "cc", "attachments" })
        {
            message.Texts(name);
        }

        foreach (string name in new[] { "delay", "repeat", "reminder_days" })
        {
            if (message.Integer(name) < 0)
            {
                message.Problem($"{name} must not be negative");
            }
        }

        if (message.Text("language") is { } language && !Languages.Contains(language))
        {
            message.Problem($"language \"{language}\" is not one of: {string.Join(", ", Languages)}");
        }
    }
}

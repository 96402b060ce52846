namespace OkSign.Client;

/// <summary>What can be seen to be wrong with messages without asking the service.</summary>
internal static class NotificationRules
{
    /// <exception cref="OkSignInputException">Something is wrong.</exception>
    public static void ThrowIfBroken(NotificationUpload upload, string parameterName)
        => OkSignInputException.ThrowIfAny(Check(upload), parameterName);

    /// <summary>What is wrong with the messages of a form descriptor or an upload.</summary>
    /// <param name="settings">The messages.</param>
    /// <param name="known">Who may get them; null when that is for the service to tell.</param>
    public static InputProblem[] Check(NotificationSettings settings, ISet<SignerId>? known)
        =>
        [
            .. settings.Email is { } email ? CheckEmail("Notifications.Email", email, known) : [],
            .. settings.Sms is { } sms ? CheckSms("Notifications.Sms", sms, known) : [],
        ];

    private static InputProblem[] Check(NotificationUpload upload)
    {
        InputProblem[] holes =
        [
            .. InputProblem.OfNulls("Signers", upload.Signers),
            .. InputProblem.OfNulls("Workflow", upload.Workflow),
        ];
        if (holes.Length > 0)
        {
            return holes;
        }

        if (upload.Notifications is not { } settings || (settings.Email is null && settings.Sms is null))
        {
            return [new("Notifications", "an e-mail or a text message is needed")];
        }

        // The form descriptor may have told of more signers than this upload does: who is known, the service knows.
        return
        [
            .. InputProblem.OfEach("Signers", upload.Signers ?? [], static (path, signer) => signer.Problems(path)),
            .. InputProblem.OfEach("Workflow", upload.Workflow ?? [], static (path, step) => step.Problems(path, known: null)),
            .. Check(settings, known: null),
        ];
    }

    private static IEnumerable<InputProblem> CheckEmail(string path, EmailNotification email, ISet<SignerId>? known)
        =>
        [
            .. CheckRecipients(path, email.To, known),
            .. CheckText($"{path}.Subject", email.Subject, "a subject is needed"),
            .. InputProblem.OfEach($"{path}.Cc", email.Cc ?? [], CheckAddress),
            .. string.IsNullOrEmpty(email.ReplyTo) ? [] : CheckAddress($"{path}.ReplyTo", email.ReplyTo),
            .. InputProblem.OfEach($"{path}.Attachments", email.Attachments ?? [], CheckAttachment),
            .. CheckTimes(path, email.DelayMinutes, email.Reminders, email.ReminderDays),
        ];

    private static IEnumerable<InputProblem> CheckSms(string path, SmsNotification sms, ISet<SignerId>? known)
        =>
        [
            .. CheckRecipients(path, sms.To, known),
            .. CheckText($"{path}.Text", sms.Text, "a text is needed"),
            .. CheckTimes(path, sms.DelayMinutes, sms.Reminders, sms.ReminderDays),
        ];

    private static IEnumerable<InputProblem> CheckRecipients(string path, IReadOnlyList<SignerId> to, ISet<SignerId>? known)
        => to.Count == 0
            ? [new($"{path}.To", "at least one signer is needed")]
            : InputProblem.OfEach($"{path}.To", to, (place, signer) => signer.Problems(place, known));

    private static IEnumerable<InputProblem> CheckText(string path, string text, string problem)
        => string.IsNullOrWhiteSpace(text) ? [new(path, problem)] : [];

    private static IEnumerable<InputProblem> CheckAddress(string path, string? address)
        => EmailAddress.IsPlausible(address) ? [] : [new(path, "is not an e-mail address")];

    private static IEnumerable<InputProblem> CheckAttachment(string path, EmailAttachmentId attachment)
        => attachment == default ? [new(path, "an attachment is needed")] : [];

    private static IEnumerable<InputProblem> CheckTimes(string path, int? delayMinutes, int? reminders, int? reminderDays)
        =>
        [
            .. CheckNumber($"{path}.DelayMinutes", delayMinutes),
            .. CheckNumber($"{path}.Reminders", reminders),
            .. CheckNumber($"{path}.ReminderDays", reminderDays),
        ];

    private static IEnumerable<InputProblem> CheckNumber(string path, int? number)
        => number < 0 ? [new(path, "is less than zero")] : [];
}

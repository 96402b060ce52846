namespace OkSign.Client;

/// <summary>What can be seen to be wrong with messages without asking the service.</summary>
internal static class NotificationRules
{
    /// <exception cref="FormDescriptorException">Something is wrong.</exception>
    public static void ThrowIfBroken(NotificationUpload upload, string parameterName)
        => FormDescriptorException.ThrowIfAny(Check(upload), parameterName);

    /// <summary>What is wrong with the messages of a form descriptor or an upload.</summary>
    /// <param name="settings">The messages.</param>
    /// <param name="known">Who may get them; null when that is for the service to tell.</param>
    public static FormDescriptorProblem[] Check(NotificationSettings settings, ISet<SignerId>? known)
        =>
        [
            .. settings.Email is { } email ? CheckEmail("Notifications.Email", email, known) : [],
            .. settings.Sms is { } sms ? CheckSms("Notifications.Sms", sms, known) : [],
        ];

    private static FormDescriptorProblem[] Check(NotificationUpload upload)
    {
        FormDescriptorProblem[] holes =
        [
            .. FormDescriptorProblem.OfNulls("Signers", upload.Signers),
            .. FormDescriptorProblem.OfNulls("Workflow", upload.Workflow),
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
            .. FormDescriptorProblem.OfEach("Signers", upload.Signers ?? [], static (path, signer) => signer.Problems(path)),
            .. FormDescriptorProblem.OfEach("Workflow", upload.Workflow ?? [], static (path, step) => step.Problems(path, known: null)),
            .. Check(settings, known: null),
        ];
    }

    private static IEnumerable<FormDescriptorProblem> CheckEmail(string path, EmailNotification email, ISet<SignerId>? known)
        =>
        [
            .. CheckRecipients(path, email.To, known),
            .. CheckText($"{path}.Subject", email.Subject, "a subject is needed"),
            .. FormDescriptorProblem.OfEach($"{path}.Cc", email.Cc ?? [], CheckAddress),
            .. string.IsNullOrEmpty(email.ReplyTo) ? [] : CheckAddress($"{path}.ReplyTo", email.ReplyTo),
            .. FormDescriptorProblem.OfEach($"{path}.Attachments", email.Attachments ?? [], CheckAttachment),
            .. CheckTimes(path, email.DelayMinutes, email.Reminders, email.ReminderDays),
        ];

    private static IEnumerable<FormDescriptorProblem> CheckSms(string path, SmsNotification sms, ISet<SignerId>? known)
        =>
        [
            .. CheckRecipients(path, sms.To, known),
            .. CheckText($"{path}.Text", sms.Text, "a text is needed"),
            .. CheckTimes(path, sms.DelayMinutes, sms.Reminders, sms.ReminderDays),
        ];

    private static IEnumerable<FormDescriptorProblem> CheckRecipients(string path, IReadOnlyList<SignerId> to, ISet<SignerId>? known)
        => to.Count == 0
            ? [new($"{path}.To", "at least one signer is needed")]
            : FormDescriptorProblem.OfEach($"{path}.To", to, (place, signer) => signer.Problems(place, known));

    private static IEnumerable<FormDescriptorProblem> CheckText(string path, string text, string problem)
        => string.IsNullOrWhiteSpace(text) ? [new(path, problem)] : [];

    private static IEnumerable<FormDescriptorProblem> CheckAddress(string path, string? address)
        => EmailAddress.IsPlausible(address) ? [] : [new(path, "is not an e-mail address")];

    private static IEnumerable<FormDescriptorProblem> CheckAttachment(string path, EmailAttachmentId attachment)
        => attachment == default ? [new(path, "an attachment is needed")] : [];

    private static IEnumerable<FormDescriptorProblem> CheckTimes(string path, int? delayMinutes, int? reminders, int? reminderDays)
        =>
        [
            .. CheckNumber($"{path}.DelayMinutes", delayMinutes),
            .. CheckNumber($"{path}.Reminders", reminders),
            .. CheckNumber($"{path}.ReminderDays", reminderDays),
        ];

    private static IEnumerable<FormDescriptorProblem> CheckNumber(string path, int? number)
        => number < 0 ? [new(path, "is less than zero")] : [];
}

namespace OkSign.Client;

/// <summary>Makes the messages to signers, and tells what is wrong with them.</summary>
internal sealed class MessageComposer(MessageDrafts drafts, string prefix, ProblemList problems)
{
    /// <param name="signers">The signers with their paths and ids.</param>
    /// <param name="lookedUp">What the service knows.</param>
    public NotificationSettings? Compose(IReadOnlyList<(string Path, SignerId Id, SignerBuilder Signer)> signers, LookedUp lookedUp)
    {
        if (drafts.AreNone)
        {
            return null;
        }

        (string Path, SignerId Id, SignerBuilder Signer)[] notified = [.. signers.Where(static entry => entry.Signer.IsNotified)];
        foreach ((string path, _, SignerBuilder signer) in notified)
        {
            bool canBeReached = (drafts.Email is not null && signer.EmailAddress is not null) || (drafts.Sms is not null && signer.MobileNumber is not null);
            problems.AddUnless(canBeReached, path, "no message can reach this signer; give an address or number, or say WithoutNotification");
        }

        return new NotificationSettings
        {
            Email = drafts.Email is { } email ? EmailOf(email, [.. notified.Where(static entry => entry.Signer.EmailAddress is not null)], lookedUp) : null,
            Sms = drafts.Sms is { } sms ? SmsOf(sms, [.. notified.Where(static entry => entry.Signer.MobileNumber is not null)]) : null,
        };
    }

    private EmailNotification EmailOf(EmailBuilder email, (string Path, SignerId Id, SignerBuilder Signer)[] to, LookedUp lookedUp)
    {
        string path = $"{prefix}Email";
        EmailTemplate? template = lookedUp.TemplateByName(email.TemplateName);
        bool isTemplateMissing = email.TemplateName is not null && lookedUp.Templates is not null && template is null;
        bool isSubjectOpen = email.TemplateName is not null && lookedUp.Templates is null;
        EmailAttachmentId[] attachments = [.. email.Attachments, .. lookedUp.Attachments];
        string? subject = email.SubjectText ?? template?.Subject;

        problems.AddUnless(!isTemplateMissing, $"{path}.Template", $"the account has no e-mail template called {email.TemplateName}");
        problems.AddUnless(isTemplateMissing || isSubjectOpen || !string.IsNullOrWhiteSpace(subject), $"{path}.Subject", "a subject is needed");
        problems.AddUnless(to.Length > 0, $"{path}.To", "nobody gets it: no signer who is notified has an e-mail address");
        CheckAddresses(email, path);
        CheckTimes(email.WaitBefore, email.Reminders, path);
        return new EmailNotification
        {
            To = [.. to.Select(static entry => entry.Id)],
            Subject = subject ?? "",
            Body = email.BodyHtml ?? template?.Body,
            Sender = email.SenderName,
            Cc = email.CcAddresses is { Count: > 0 } cc ? [.. cc] : null,
            ReplyTo = email.ReplyToAddress,
            Attachments = attachments.Length > 0 ? attachments : null,
            DelayMinutes = MinutesOf(email.WaitBefore),
            Reminders = email.Reminders?.Times ?? template?.Reminders,
            ReminderDays = email.Reminders?.Days ?? template?.ReminderDays,
            Language = LanguageOf(email.MessageLanguage, to),
        };
    }

    private SmsNotification SmsOf(SmsBuilder sms, (string Path, SignerId Id, SignerBuilder Signer)[] to)
    {
        string path = $"{prefix}Sms";
        problems.AddUnless(!string.IsNullOrWhiteSpace(sms.MessageText), $"{path}.Text", "a text is needed");
        problems.AddUnless(to.Length > 0, $"{path}.To", "nobody gets it: no signer who is notified has a mobile number");
        CheckTimes(sms.WaitBefore, sms.Reminders, path);
        return new SmsNotification
        {
            To = [.. to.Select(static entry => entry.Id)],
            Text = sms.MessageText ?? "",
            DelayMinutes = MinutesOf(sms.WaitBefore),
            Reminders = sms.Reminders?.Times,
            ReminderDays = sms.Reminders?.Days,
            Language = LanguageOf(sms.MessageLanguage, to),
        };
    }

    private static int? MinutesOf(TimeSpan? delay) => delay is { } time ? (int)Math.Min(time.TotalMinutes, int.MaxValue) : null;

    private void CheckAddresses(EmailBuilder email, string path)
    {
        for (int index = 0; index < email.CcAddresses.Count; index++)
        {
            problems.AddUnlessEmail(email.CcAddresses[index] ?? "", $"{path}.Cc[{index}]");
        }

        problems.AddUnlessEmail(email.ReplyToAddress, $"{path}.ReplyTo");
        problems.AddUnless(email.Attachments.All(static id => id != default), $"{path}.Attachments", "an id is empty: the default value of its type");
    }

    private void CheckTimes(TimeSpan? delay, (int Days, int Times)? reminders, string path)
    {
        problems.AddUnless(
            delay is not { } time || (time >= TimeSpan.Zero && time.Ticks % TimeSpan.TicksPerMinute == 0 && time.TotalMinutes <= int.MaxValue),
            $"{path}.Delay",
            "whole minutes, zero or more, are needed");
        problems.AddUnless(reminders is not { } every || (every.Days >= 1 && every.Times >= 1), $"{path}.Reminders", "at least one day and one time are needed");
    }

    /// <summary>The service has one language a message: the one set, or else the one that all recipients who have one share.</summary>
    private Language? LanguageOf(Language? set, (string Path, SignerId Id, SignerBuilder Signer)[] to)
    {
        if (set is not null)
        {
            return set;
        }

        Language? common = null;
        foreach ((string path, _, SignerBuilder signer) in to)
        {
            problems.AddUnless(
                common is null || signer.MessageLanguage is null || signer.MessageLanguage == common,
                $"{path}.Language",
                "one message goes to all, in one language; set it on the message");
            common ??= signer.MessageLanguage;
        }

        return common;
    }
}

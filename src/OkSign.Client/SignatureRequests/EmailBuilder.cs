namespace OkSign.Client;

/// <summary>The e-mail that asks the signers to sign. The service adds the link.</summary>
public sealed class EmailBuilder
{
    private readonly List<string> _cc = [];
    private readonly List<OkSignFile> _files = [];
    private readonly List<EmailAttachmentId> _attachments = [];

    internal EmailBuilder()
    {
    }

    internal string? SubjectText { get; private set; }

    internal string? BodyHtml { get; private set; }

    internal string? SenderName { get; private set; }

    internal string? ReplyToAddress { get; private set; }

    internal Language? MessageLanguage { get; private set; }

    internal TimeSpan? WaitBefore { get; private set; }

    internal (int Days, int Times)? Reminders { get; private set; }

    internal string? TemplateName { get; private set; }

    internal IReadOnlyList<string> CcAddresses => _cc;

    internal IReadOnlyList<OkSignFile> Files => _files;

    internal IReadOnlyList<EmailAttachmentId> Attachments => _attachments;

    /// <summary>The subject. Needed, unless a template has one.</summary>
    public EmailBuilder Subject(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        SubjectText = subject;
        return this;
    }

    /// <summary>The text, HTML.</summary>
    public EmailBuilder Body(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        BodyHtml = html;
        return this;
    }

    /// <summary>The name shown as the sender's.</summary>
    public EmailBuilder Sender(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        SenderName = name;
        return this;
    }

    /// <summary>Further e-mail addresses that get it.</summary>
    public EmailBuilder Cc(params string[] addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        _cc.AddRange(addresses);
        return this;
    }

    /// <summary>The address to which answers go.</summary>
    public EmailBuilder ReplyTo(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        ReplyToAddress = address;
        return this;
    }

    /// <summary>The language of what the service adds; unless set, that of the signers, if they have one in common.</summary>
    public EmailBuilder Language(Language language)
    {
        MessageLanguage = language;
        return this;
    }

    /// <summary>How long to wait before it is sent, in whole minutes.</summary>
    public EmailBuilder Delay(TimeSpan delay)
    {
        WaitBefore = delay;
        return this;
    }

    /// <summary>Reminds whoever has not signed.</summary>
    /// <param name="days">How many days lie between reminders, from 1 on.</param>
    /// <param name="times">How many reminders there are, from 1 on.</param>
    public EmailBuilder RemindEvery(int days, int times)
    {
        Reminders = (days, times);
        return this;
    }

    /// <summary>A file to attach. It is uploaded when the request is sent.</summary>
    public EmailBuilder Attach(OkSignFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _files.Add(file);
        return this;
    }

    /// <summary>An attachment that was uploaded before.</summary>
    public EmailBuilder Attach(EmailAttachmentId attachment)
    {
        _attachments.Add(attachment);
        return this;
    }

    /// <summary>
    /// Starts from an e-mail template of the account: its subject, text and reminders, each unless set here. It is looked up when the
    /// request is sent.
    /// </summary>
    /// <param name="name">The template's name in the account; letter case does not count.</param>
    public EmailBuilder FromTemplate(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        TemplateName = name;
        return this;
    }
}

namespace OkSign.Client;

/// <summary>The messages of a request or a briefcase that is being put together.</summary>
internal sealed class MessageDrafts
{
    public EmailBuilder? Email { get; private set; }

    public SmsBuilder? Sms { get; private set; }

    public bool AreNone => Email is null && Sms is null;

    public void SetEmail(Action<EmailBuilder> email)
    {
        ArgumentNullException.ThrowIfNull(email);
        email(Email ??= new EmailBuilder());
    }

    public void SetSms(Action<SmsBuilder> sms)
    {
        ArgumentNullException.ThrowIfNull(sms);
        sms(Sms ??= new SmsBuilder());
    }
}

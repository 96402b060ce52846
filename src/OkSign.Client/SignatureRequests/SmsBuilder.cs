namespace OkSign.Client;

/// <summary>The text message that asks the signers to sign. The service adds the link.</summary>
public sealed class SmsBuilder
{
    internal SmsBuilder()
    {
    }

    internal string? MessageText { get; private set; }

    internal Language? MessageLanguage { get; private set; }

    internal TimeSpan? WaitBefore { get; private set; }

    internal (int Days, int Times)? Reminders { get; private set; }

    /// <summary>The text. Needed.</summary>
    public SmsBuilder Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        MessageText = text;
        return this;
    }

    /// <summary>The language of what the service adds; unless set, that of the signers, if they have one in common.</summary>
    public SmsBuilder Language(Language language)
    {
        MessageLanguage = language;
        return this;
    }

    /// <summary>How long to wait before it is sent, in whole minutes.</summary>
    public SmsBuilder Delay(TimeSpan delay)
    {
        WaitBefore = delay;
        return this;
    }

    /// <summary>Reminds whoever has not signed.</summary>
    /// <param name="days">How many days lie between reminders, from 1 on.</param>
    /// <param name="times">How many reminders there are, from 1 on.</param>
    public SmsBuilder RemindEvery(int days, int times)
    {
        Reminders = (days, times);
        return this;
    }
}

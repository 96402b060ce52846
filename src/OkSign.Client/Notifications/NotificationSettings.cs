using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The messages that signers get.</summary>
public sealed record NotificationSettings : OkSignModel
{
    /// <summary>The e-mail.</summary>
    [JsonPropertyName("smtp")]
    [JsonConverter(typeof(LenientObjectConverter<EmailNotification>))]
    public EmailNotification? Email { get; init; }

    /// <summary>The text message.</summary>
    [JsonPropertyName("sms")]
    [JsonConverter(typeof(LenientObjectConverter<SmsNotification>))]
    public SmsNotification? Sms { get; init; }

    /// <summary>What can be seen to be wrong with them.</summary>
    /// <param name="known">Who may get them; null when that is for the service to tell.</param>
    internal IEnumerable<InputProblem> Problems(ISet<SignerId>? known) => NotificationRules.Check(this, known);
}

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
}

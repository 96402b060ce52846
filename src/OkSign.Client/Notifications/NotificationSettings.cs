using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The messages that signers get.</summary>
public sealed record NotificationSettings : OkSignModel
{
    /// <summary>The e-mail.</summary>
    [JsonPropertyName("smtp")]
    public EmailNotification? Email { get; init; }

    /// <summary>The text message.</summary>
    [JsonPropertyName("sms")]
    public SmsNotification? Sms { get; init; }
}

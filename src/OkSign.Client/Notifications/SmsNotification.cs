using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A text message that asks to sign.</summary>
public sealed record SmsNotification : OkSignModel
{
    /// <summary>The signers who get it: ids, not numbers.</summary>
    [JsonPropertyName("to")]
    [JsonConverter(typeof(LenientListConverter<SignerId>))]
    public required IReadOnlyList<SignerId> To
    {
        get => field ?? [];
        init;
    }

    /// <summary>The text (on the wire it is called <c>subject</c>).</summary>
    [JsonPropertyName("subject")]
    public required string Text { get; init; }

    /// <summary>How many minutes to wait before it is sent.</summary>
    [JsonPropertyName("delay")]
    public int? DelayMinutes { get; init; }

    /// <summary>How many reminders follow while the signer has not signed.</summary>
    [JsonPropertyName("repeat")]
    public int? Reminders { get; init; }

    /// <summary>How many days lie between reminders.</summary>
    [JsonPropertyName("reminder_days")]
    public int? ReminderDays { get; init; }

    /// <summary>The language.</summary>
    [JsonPropertyName("language")]
    [JsonConverter(typeof(NullWhenEmptyConverter<Language>))]
    public Language? Language { get; init; }
}

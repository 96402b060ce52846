using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>An e-mail template of the account (<c>EmailTemplates.retrieve</c>).</summary>
public sealed record EmailTemplate : OkSignModel
{
    /// <summary>The template's id.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(NullWhenEmptyConverter<EmailTemplateId>))]
    public EmailTemplateId? Id { get; init; }

    /// <summary>The name under which the account has it.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The subject.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>The text, HTML.</summary>
    [JsonPropertyName("body")]
    public string? Body { get; init; }

    /// <summary>How many days lie between reminders.</summary>
    [JsonPropertyName("reminder_days")]
    public int? ReminderDays { get; init; }

    /// <summary>How many reminders follow while the signer has not signed.</summary>
    [JsonPropertyName("repeat")]
    public int? Reminders { get; init; }
}

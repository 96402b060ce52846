using System.Text.Json.Serialization;

namespace OkSign.Emulator;

/// <summary>An e-mail template of the emulated account, as <c>EmailTemplates.retrieve</c> lists it.</summary>
public sealed record EmulatedEmailTemplate
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The name by which people choose it.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The subject of the e-mail.</summary>
    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    /// <summary>The text of the e-mail, as HTML.</summary>
    [JsonPropertyName("body")]
    public string Body { get; init; } = "";

    /// <summary>The days between reminders.</summary>
    [JsonPropertyName("reminder_days")]
    public int ReminderDays { get; init; }

    /// <summary>The number of reminders.</summary>
    [JsonPropertyName("repeat")]
    public int Repeat { get; init; }

    internal static IReadOnlyList<EmulatedEmailTemplate> Defaults { get; } =
    [
        new()
        {
            Id = "1",
            Name = "Default",
            Subject = "Please sign",
            Body = "<p>Hello</p><p>A document waits for your signature.</p>",
            ReminderDays = 3,
            Repeat = 2,
        },
    ];
}

using System.Text.Json.Nodes;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>The <c>notifications</c> of a form descriptor or of <c>Notifications.upload</c>.</summary>
internal static class Notices
{
    public const string Subject = "Please sign";

    public static JsonObject Mail(params string[] to) => new() { ["smtp"] = Message(to) };

    public static JsonObject Sms(params string[] to) => new() { ["sms"] = Message(to) };

    /// <summary>E-mails with reminders.</summary>
    public static JsonObject Reminding(int delay, int repeat, int days, params string[] to)
    {
        JsonObject notifications = Mail(to);
        notifications["smtp"]!["delay"] = delay;
        notifications["smtp"]!["repeat"] = repeat;
        notifications["smtp"]!["reminder_days"] = days;
        return notifications;
    }

    /// <summary>The same descriptor, with messages.</summary>
    public static JsonObject With(this JsonObject descriptor, JsonObject notifications)
    {
        descriptor["notifications"] = notifications;
        return descriptor;
    }

    private static JsonObject Message(string[] to) => new()
    {
        ["to"] = new JsonArray([.. to.Select(id => (JsonNode)id)]),
        ["subject"] = Subject,
    };
}

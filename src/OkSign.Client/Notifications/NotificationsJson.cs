using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the notification models are written, generated at compile time.</summary>
[JsonSerializable(typeof(NotificationUpload))]
internal sealed partial class NotificationsJson : JsonSerializerContext
{
    public static NotificationsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

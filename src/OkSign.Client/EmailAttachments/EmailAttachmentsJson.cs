using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How an attachment's id is read, generated at compile time.</summary>
[JsonSerializable(typeof(EmailAttachmentId))]
internal sealed partial class EmailAttachmentsJson : JsonSerializerContext
{
    public static EmailAttachmentsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the contact models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(IReadOnlyList<Contact>))]
[JsonSerializable(typeof(IReadOnlyList<ContactKey>))]
[JsonSerializable(typeof(ContactUploadReason))]
[JsonSerializable(typeof(ContactUploadResult))]
internal sealed partial class ContactsJson : JsonSerializerContext
{
    public static ContactsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>How the models of stored documents are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(StoredDocument))]
[JsonSerializable(typeof(IReadOnlyList<StoredDocument>))]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(StoredDocumentId))]
[JsonSerializable(typeof(StorageBody))]
[JsonSerializable(typeof(StorageOnlyBody))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    public static StorageJson Shared { get; } = new(OkSignJson.CreateOptions());
}

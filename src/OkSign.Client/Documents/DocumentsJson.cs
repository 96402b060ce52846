using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the document models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(SourceDocumentId))]
[JsonSerializable(typeof(DocumentInfo))]
[JsonSerializable(typeof(IReadOnlyList<ActiveDocument>))]
[JsonSerializable(typeof(IReadOnlyList<SigningEvent>))]
[JsonSerializable(typeof(LinkedDocument))]
internal sealed partial class DocumentsJson : JsonSerializerContext
{
    public static DocumentsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

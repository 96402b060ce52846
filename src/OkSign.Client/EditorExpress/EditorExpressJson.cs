using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the EditorExpress models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(EditorExpressSession))]
[JsonSerializable(typeof(CreatedEditorExpress))]
internal sealed partial class EditorExpressJson : JsonSerializerContext
{
    public static EditorExpressJson Shared { get; } = new(OkSignJson.CreateOptions());
}

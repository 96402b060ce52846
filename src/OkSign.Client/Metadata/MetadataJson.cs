using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the metadata models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(DocumentMetadata))]
[JsonSerializable(typeof(SignatureDetails))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class MetadataJson : JsonSerializerContext
{
    public static MetadataJson Shared { get; } = new(OkSignJson.CreateOptions());
}

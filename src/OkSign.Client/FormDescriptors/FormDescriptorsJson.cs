using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the form descriptor's models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(FormDescriptor))]
[JsonSerializable(typeof(IReadOnlyList<SigningLink>))]
internal sealed partial class FormDescriptorsJson : JsonSerializerContext
{
    public static FormDescriptorsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How a signer's id is asked for and read, generated at compile time.</summary>
[JsonSerializable(typeof(NameAndEmail))]
[JsonSerializable(typeof(CalculatedSignerId))]
internal sealed partial class SignersJson : JsonSerializerContext
{
    public static SignersJson Shared { get; } = new(OkSignJson.CreateOptions());
}

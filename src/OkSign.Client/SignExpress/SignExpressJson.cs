using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the SignExpress models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(SignExpressSession))]
[JsonSerializable(typeof(CreatedSignExpress))]
internal sealed partial class SignExpressJson : JsonSerializerContext
{
    public static SignExpressJson Shared { get; } = new(OkSignJson.CreateOptions());
}

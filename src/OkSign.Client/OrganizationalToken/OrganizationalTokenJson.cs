using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the organizational token models are written, generated at compile time.</summary>
[JsonSerializable(typeof(OrganizationalTokenSettings))]
internal sealed partial class OrganizationalTokenJson : JsonSerializerContext
{
    public static OrganizationalTokenJson Shared { get; } = new(OkSignJson.CreateOptions());
}

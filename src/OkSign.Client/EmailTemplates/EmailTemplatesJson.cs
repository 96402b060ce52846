using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the e-mail template models are read, generated at compile time.</summary>
[JsonSerializable(typeof(IReadOnlyList<EmailTemplate>))]
internal sealed partial class EmailTemplatesJson : JsonSerializerContext
{
    public static EmailTemplatesJson Shared { get; } = new(OkSignJson.CreateOptions());
}

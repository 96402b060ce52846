using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the credit models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(CreditBalance))]
internal sealed partial class CreditsJson : JsonSerializerContext
{
    public static CreditsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How delivery errors are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(IReadOnlyList<DeliveryError>))]
internal sealed partial class DeliveryErrorsJson : JsonSerializerContext
{
    public static DeliveryErrorsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>How the counters are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(UsageCounters))]
internal sealed partial class UsageJson : JsonSerializerContext
{
    public static UsageJson Shared { get; } = new(OkSignJson.CreateOptions());
}

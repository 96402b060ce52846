using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the briefcase models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(Briefcase))]
[JsonSerializable(typeof(CreatedBriefcase))]
internal sealed partial class BriefcasesJson : JsonSerializerContext
{
    public static BriefcasesJson Shared { get; } = new(OkSignJson.CreateOptions());
}

using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>How the answers' common members are read, generated at compile time.</summary>
[JsonSerializable(typeof(OkDokumentNotice))]
internal sealed partial class OkDokumentJson : JsonSerializerContext
{
    public static OkDokumentJson Shared { get; } = new(OkSignJson.CreateOptions());
}

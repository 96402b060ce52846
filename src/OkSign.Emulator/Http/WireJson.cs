using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Emulator.Http;

/// <summary>How answers are written.</summary>
internal static class WireJson
{
    // The answers are never part of a page: escaping every "+" and "ü" would only make them hard to read.
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

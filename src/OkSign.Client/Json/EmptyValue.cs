using System.Text.Json;

namespace OkSign.Client;

/// <summary>The forms in which the service says "nothing": null and the empty string.</summary>
internal static class EmptyValue
{
    public static bool IsAt(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(""u8));
}

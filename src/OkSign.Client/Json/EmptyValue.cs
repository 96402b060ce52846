using System.Text.Json;

namespace OkSign.Client;

/// <summary>The forms in which the service says "nothing": null and the empty string.</summary>
internal static class EmptyValue
{
    public static bool IsAt(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(""u8));

    /// <summary>Looks ahead on a copy of the reader.</summary>
    public static bool IsEmptyObjectAt(Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.EndObject;

    /// <summary>Looks ahead on a copy of the reader.</summary>
    public static bool IsEmptyArrayAt(Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.StartArray && reader.Read() && reader.TokenType == JsonTokenType.EndArray;
}

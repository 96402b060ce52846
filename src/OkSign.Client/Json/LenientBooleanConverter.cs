using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads a boolean also where the service gives <c>"true"</c>, <c>"false"</c>, <c>1</c>, <c>0</c> or <c>""</c>.</summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.TryGetDouble(out double number) && number != 0,
            JsonTokenType.String => LenientStringConverter.ReadText(ref reader).ToUpperInvariant() switch
            {
                "TRUE" or "1" => true,
                "FALSE" or "0" or "" => false,
                _ => throw new JsonException("A boolean is expected."),
            },
            _ => throw new JsonException($"A boolean is expected, not {reader.TokenType}."),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

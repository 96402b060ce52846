using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// Reads ISO 8601 and Unix time as <see cref="WireTime"/> does, a time in any other form as none; writes seconds and a numeric offset.
/// </summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out long number) ? WireTime.FromUnixTime(number) : null;
        }

        // The quick way, for the usual form. Of a time without an offset it would make a local one.
        return HasOffset(reader) && reader.TryGetDateTimeOffset(out DateTimeOffset time)
            ? time
            : WireTime.Parse(LenientStringConverter.ReadText(ref reader));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(WireTime.Format(time));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static bool HasOffset(in Utf8JsonReader reader)
    {
        const int OffsetLength = 6;
        const int ShortestLength = 17; // 2026-03-01T09:00Z
        return reader.TokenType == JsonTokenType.String
            && reader.ValueSpan is { Length: >= ShortestLength } text
            && (text[text.Length - 1] == 'Z' || text[text.Length - OffsetLength] is (byte)'+' or (byte)'-');
    }
}

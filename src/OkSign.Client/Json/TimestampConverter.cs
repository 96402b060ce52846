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

        return WireTime.Parse(LenientStringConverter.ReadText(ref reader));
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
}

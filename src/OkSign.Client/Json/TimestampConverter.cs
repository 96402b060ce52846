using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// Reads ISO 8601 with or without offset (none means UTC) and fractions, and Unix time; writes seconds and a numeric offset. A time that is
/// in none of these forms is read as none rather than guessed at: 05/03 is May to some and March to others.
/// </summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd",
    ];

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out long number) ? FromUnixTime(number) : null;
        }

        return DateTimeOffset.TryParseExact(
            LenientStringConverter.ReadText(ref reader).Trim(),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time)
            ? time
            : null;
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

    private static DateTimeOffset? FromUnixTime(long number)
    {
        // Seconds up to the year 5138; beyond, a number of this size can only be milliseconds.
        const long LastSecond = 100_000_000_000;
        return number switch
        {
            < 0 => null,
            < LastSecond => DateTimeOffset.FromUnixTimeSeconds(number),
            < LastSecond * 1000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }
}

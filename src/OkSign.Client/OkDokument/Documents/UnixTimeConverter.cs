using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>Reads a time as <see cref="TimestampConverter"/> does, and milliseconds since 1970 also where they come as text.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly TimestampConverter Usual = new();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String
            && long.TryParse(LenientStringConverter.ReadText(ref reader), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? WireTime.FromUnixTime(number)
                : Usual.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => Usual.Write(writer, value, options);
}

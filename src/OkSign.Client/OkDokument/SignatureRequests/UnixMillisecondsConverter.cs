using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>A time as the text of its milliseconds since 1970.</summary>
internal sealed class UnixMillisecondsConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => long.TryParse(LenientStringConverter.ReadText(ref reader), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? WireTime.FromUnixTime(number)
            : throw new JsonException("Milliseconds since 1970 are expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
}

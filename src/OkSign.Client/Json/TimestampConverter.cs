using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads ISO 8601 with or without offset (none means UTC) and fractions; writes seconds and a numeric offset.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => DateTimeOffset.TryParse(
            LenientStringConverter.ReadText(ref reader),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset value)
            ? value
            : throw new JsonException("A timestamp is expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteStringValue(WireTime.Format(value));
}

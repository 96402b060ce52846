using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads a web address; <c>""</c> is none.</summary>
/// <remarks>A mere path is no address, although some systems take <c>/sign/1</c> for that of a file.</remarks>
internal sealed class AddressConverter : JsonConverter<Uri>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (EmptyValue.IsAt(ref reader))
        {
            return null;
        }

        return WebAddress.Of(LenientStringConverter.ReadText(ref reader))
            ?? throw new JsonException("An http or https address is expected.");
    }

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.OriginalString);
}

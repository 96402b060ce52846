using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads a web address; <c>""</c> is none.</summary>
internal sealed class AddressConverter : JsonConverter<Uri>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (EmptyValue.IsAt(ref reader))
        {
            return null;
        }

        return Uri.TryCreate(LenientStringConverter.ReadText(ref reader), UriKind.Absolute, out Uri? address)
            ? address
            : throw new JsonException("An absolute address is expected.");
    }

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.OriginalString);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>Reads an address that nothing depends on: a relative one, too, and anything else as none.</summary>
internal sealed class AnyAddressConverter : JsonConverter<Uri?>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => LenientStringConverter.ReadText(ref reader) is { Length: > 0 } text && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address)
            ? address
            : null;

    public override void Write(Utf8JsonWriter writer, Uri? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.OriginalString);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>Reads e-mail addresses from one text, whichever of the two known signs stands between them; writes them with the newer one.</summary>
internal sealed class AddressListConverter : JsonConverter<IReadOnlyList<string>?>
{
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => [.. LenientStringConverter.ReadText(ref reader).Split(';', '|').Select(static address => address.Trim()).Where(static address => address.Length > 0)];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string>? value, JsonSerializerOptions options)
        => writer.WriteStringValue(string.Join(";", value ?? []));
}

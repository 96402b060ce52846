using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads an optional object; <c>""</c> is none, and so is <c>[]</c>, which is how PHP writes an object without members.</summary>
internal sealed class LenientObjectConverter<T> : JsonConverter<T?>
    where T : OkSignModel
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (EmptyValue.IsAt(ref reader) || EmptyValue.IsEmptyArrayAt(reader))
        {
            reader.Skip();
            return null;
        }

        return JsonSerializer.Deserialize(ref reader, options.TypeInfoOf<T>());
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value!, options.TypeInfoOf<T>());
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads <c>""</c>, the service's way to say "nothing", as null where a value type is optional.</summary>
internal sealed class NullWhenEmptyConverter<T> : JsonConverter<T?>
    where T : struct
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => EmptyValue.IsAt(ref reader) ? null : JsonSerializer.Deserialize(ref reader, options.TypeInfoOf<T>());

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } present)
        {
            JsonSerializer.Serialize(writer, present, options.TypeInfoOf<T>());
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

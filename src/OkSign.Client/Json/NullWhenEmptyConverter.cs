using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>Reads <c>""</c>, the service's way to say "nothing", as null where a value type is optional.</summary>
internal sealed class NullWhenEmptyConverter<T> : JsonConverter<T?>
    where T : struct
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (EmptyValue.IsAt(ref reader))
        {
            return null;
        }

        // The serializer looks at a value twice, which takes far longer; only it reads numbers that stand in strings.
        JsonTypeInfo<T> type = options.TypeInfoOf<T>();
        return type.Converter is JsonConverter<T> converter && ReadsAlone(converter, reader.TokenType)
            ? converter.Read(ref reader, typeof(T), options)
            : JsonSerializer.Deserialize(ref reader, type);
    }

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

    private static bool ReadsAlone(JsonConverter<T> converter, JsonTokenType token)
        => converter is StringValueConverter<T> || token is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
}

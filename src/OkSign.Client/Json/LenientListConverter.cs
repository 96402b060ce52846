using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads a list also where the service gives nothing (<c>""</c>, null) or the only element without brackets.</summary>
internal sealed class LenientListConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (EmptyValue.IsAt(ref reader))
        {
            return [];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [ReadElement(ref reader, options)];
        }

        List<T> list = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(ReadElement(ref reader, options));
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (T element in value)
        {
            JsonSerializer.Serialize(writer, element, options.TypeInfoOf<T>());
        }

        writer.WriteEndArray();
    }

    private static T ReadElement(ref Utf8JsonReader reader, JsonSerializerOptions options)
        => JsonSerializer.Deserialize(ref reader, options.TypeInfoOf<T>()) ?? throw new JsonException("A list holds null.");
}

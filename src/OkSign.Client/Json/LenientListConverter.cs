using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>
/// Reads a list also where the service gives nothing (<c>""</c>, null, <c>{}</c>) or the only element without brackets. An element
/// that should be an object and is none becomes one with that value, so that an unknown form of row does not make the whole answer
/// unreadable.
/// </summary>
internal sealed class LenientListConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (EmptyValue.IsAt(ref reader) || EmptyValue.IsEmptyObjectAt(reader))
        {
            reader.Skip();
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
    {
        JsonTypeInfo<T> type = options.TypeInfoOf<T>();
        bool isWrapped = type.Kind == JsonTypeInfoKind.Object && reader.TokenType != JsonTokenType.StartObject;
        T? element = isWrapped ? ReadAsValue(ref reader, type) : JsonSerializer.Deserialize(ref reader, type);
        return element ?? throw new JsonException("A list holds null.");
    }

    private static T? ReadAsValue(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return JsonSerializer.Deserialize($$"""{ "value": {{value.RootElement.GetRawText()}} }""", type);
    }
}

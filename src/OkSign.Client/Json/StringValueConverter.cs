using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Reads and writes a strong id or an open enum as the JSON string (or number) around which it stands.</summary>
internal abstract class StringValueConverter<T>(Func<string, T> create, Func<T, string> value) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = LenientStringConverter.ReadText(ref reader);
        try
        {
            return create(text);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException($"Not a {typeof(T).Name}.", exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T item, JsonSerializerOptions options) => writer.WriteStringValue(value(item));
}

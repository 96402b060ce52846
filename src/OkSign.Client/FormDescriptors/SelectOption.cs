using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A choice of a select field. A text converts to it by itself.</summary>
/// <remarks>Whether the service gives texts or objects is not documented: an object is kept as it is, its JSON being the text.</remarks>
[JsonConverter(typeof(Converter))]
public readonly record struct SelectOption
{
    private readonly string? _text;
    private readonly bool _isJson;

    /// <summary>A choice by its text.</summary>
    public SelectOption(string text)
        : this(text, isJson: false) => ArgumentNullException.ThrowIfNull(text);

    private SelectOption(string text, bool isJson) => (_text, _isJson) = (text, isJson);

    /// <summary>The text to choose.</summary>
    public string Text => _text ?? "";

    /// <summary>A choice by its text.</summary>
    public static implicit operator SelectOption(string text) => new(text);

    /// <summary>The text to choose.</summary>
    public override string ToString() => Text;

    internal sealed class Converter : JsonConverter<SelectOption>
    {
        public override SelectOption Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                return new SelectOption(LenientStringConverter.ReadText(ref reader));
            }

            using var json = JsonDocument.ParseValue(ref reader);
            return new SelectOption(json.RootElement.GetRawText(), isJson: true);
        }

        public override void Write(Utf8JsonWriter writer, SelectOption value, JsonSerializerOptions options)
        {
            if (value._isJson)
            {
                writer.WriteRawValue(value.Text);
            }
            else
            {
                writer.WriteStringValue(value.Text);
            }
        }
    }
}

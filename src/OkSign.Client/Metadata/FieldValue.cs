using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What a signer entered in a field, a text, or placed in it, a signature.</summary>
[JsonConverter(typeof(Converter))]
public sealed class FieldValue
{
    /// <summary>A text.</summary>
    public FieldValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>A signature.</summary>
    public FieldValue(SignatureDetails signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        Signature = signature;
    }

    /// <summary>The text of an ordinary field; null for a signature.</summary>
    public string? Text { get; }

    /// <summary>The signature; null for an ordinary field.</summary>
    public SignatureDetails? Signature { get; }

    internal sealed class Converter : JsonConverter<FieldValue>
    {
        public override FieldValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType switch
            {
                JsonTokenType.StartObject => new FieldValue(JsonSerializer.Deserialize(ref reader, options.TypeInfoOf<SignatureDetails>())!),
                JsonTokenType.StartArray => new FieldValue(RawText(ref reader)),
                _ => new FieldValue(LenientStringConverter.ReadText(ref reader)),
            };

        public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options)
        {
            if (value.Signature is { } signature)
            {
                JsonSerializer.Serialize(writer, signature, options.TypeInfoOf<SignatureDetails>());
            }
            else
            {
                writer.WriteStringValue(value.Text);
            }
        }

        // Not known to occur; a list of choices, perhaps. Better its JSON than nothing.
        private static string RawText(ref Utf8JsonReader reader)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement.GetRawText();
        }
    }
}

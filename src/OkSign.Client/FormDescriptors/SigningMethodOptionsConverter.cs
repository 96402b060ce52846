using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A method is allowed by being there, whatever its value; only false, null and <c>""</c> mean that it is not.</summary>
internal sealed class SigningMethodOptionsConverter : JsonConverter<SigningMethodOptions?>
{
    public override SigningMethodOptions? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonSerializer.Deserialize(ref reader, options.TypeInfoOf<SigningMethodOptions>());
            case JsonTokenType.False:
                return null;
            default:
                bool isEmpty = EmptyValue.IsAt(ref reader);
                reader.Skip();
                return isEmpty ? null : new SigningMethodOptions();
        }
    }

    public override void Write(Utf8JsonWriter writer, SigningMethodOptions? value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value!, options.TypeInfoOf<SigningMethodOptions>());
}

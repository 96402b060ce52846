using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The answer to uploaded contacts in each form that it could have: a text, a list of contacts or of texts, or an object.</summary>
[JsonConverter(typeof(Converter))]
internal sealed class ContactUploadReason(ContactUploadResult result)
{
    public ContactUploadResult Result => result;

    internal sealed class Converter : JsonConverter<ContactUploadReason>
    {
        public override ContactUploadReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => new(reader.TokenType switch
            {
                JsonTokenType.StartObject => JsonSerializer.Deserialize(ref reader, options.TypeInfoOf<ContactUploadResult>())!,
                JsonTokenType.StartArray => ReadList(ref reader, options),
                _ => new ContactUploadResult { Message = LenientStringConverter.ReadText(ref reader) },
            });

        public override void Write(Utf8JsonWriter writer, ContactUploadReason value, JsonSerializerOptions options)
            => JsonSerializer.Serialize(writer, value.Result, options.TypeInfoOf<ContactUploadResult>());

        private static ContactUploadResult ReadList(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            List<Contact> rejected = [];
            List<string> texts = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    rejected.Add(JsonSerializer.Deserialize(ref reader, options.TypeInfoOf<Contact>())!);
                }
                else
                {
                    texts.Add(LenientStringConverter.ReadText(ref reader));
                }
            }

            return new ContactUploadResult { Rejected = rejected, Message = texts.Count == 0 ? null : string.Join("; ", texts) };
        }
    }
}

using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>How the models of signature requests are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(SignatureRequestBody))]
[JsonSerializable(typeof(SigningRules))]
[JsonSerializable(typeof(CreatedSignatureRequest))]
[JsonSerializable(typeof(SignatureRequestUpdate))]
[JsonSerializable(typeof(CallbackBody))]
[JsonSerializable(typeof(TemplateLanguage))]
[JsonSerializable(typeof(StoredDocumentId))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string))]
internal sealed partial class RequestsJson : JsonSerializerContext
{
    public static RequestsJson Shared { get; } = new(OkSignJson.CreateOptions());
}

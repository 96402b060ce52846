using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>What op. 2.2 sends.</summary>
internal sealed record SignatureRequestBody
{
    [JsonPropertyName("signatureRequestId")]
    public required SignatureRequestId SignatureRequestId { get; init; }

    /// <summary>A stored document.</summary>
    [JsonPropertyName("id")]
    public StoredDocumentId? DocumentId { get; init; }

    [JsonPropertyName("changeState")]
    public StoredDocumentState? ChangeState { get; init; }

    /// <summary>Of a document that comes in another part of a form.</summary>
    [JsonPropertyName("state")]
    public StoredDocumentState? State { get; init; }

    [JsonPropertyName("resulturl")]
    public Uri? ResultUrl { get; init; }

    [JsonPropertyName("sendInfoURL")]
    public Uri? SendInfoUrl { get; init; }

    [JsonPropertyName("expirationTime")]
    [JsonConverter(typeof(UnixMillisecondsConverter))]
    public DateTimeOffset? ExpirationTime { get; init; }

    [JsonPropertyName("allowedFields")]
    public IReadOnlyDictionary<string, JsonElement>? AllowedFields { get; init; }

    [JsonPropertyName("fieldConfig")]
    public IReadOnlyList<FieldSetting>? Fields { get; init; }

    [JsonPropertyName("ignoreRequired")]
    public IReadOnlyList<FormFieldKind>? IgnoreRequired { get; init; }

    [JsonPropertyName("fieldsBeforeSigning")]
    public FieldHandling? FieldsBeforeSigning { get; init; }

    [JsonPropertyName("rules")]
    public SigningRules? Rules { get; init; }

    /// <summary>A new document.</summary>
    [JsonPropertyName("filedata")]
    public Base64File? File { get; init; }

    // No init: the generated code would take it for a constructor's parameter, which such a property must not be.
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    public static SignatureRequestBody Of(SignatureRequestId id, SignatureRequestSettings settings, OkDokumentWireProfile wire)
        => new()
        {
            SignatureRequestId = id,
            ResultUrl = settings.ResultUrl,
            SendInfoUrl = settings.SendInfoUrl,
            ExpirationTime = settings.ExpirationTime,
            AllowedFields = settings.AllowedFields?.ToDictionary(
                static kind => kind.Key.ToString(),
                kind => NamesOnWire(kind.Value, wire.AllowedFieldsAsText)),
            Fields = settings.Fields is { Count: > 0 } fields ? fields : null,
            IgnoreRequired = settings.IgnoreRequired is { Count: > 0 } kinds ? kinds : null,
            FieldsBeforeSigning = settings.FieldsBeforeSigning,
            Rules = OnWire(settings.Rules, wire.FinalRecipientSeparator),
            AdditionalMembers = settings.AdditionalMembers.ToDictionary(static member => member.Key, static member => member.Value),
        };

    private static JsonElement NamesOnWire(IReadOnlyList<string> names, bool asText)
        => asText
            ? JsonSerializer.SerializeToElement(string.Join(";", names), RequestsJson.Shared.String)
            : JsonSerializer.SerializeToElement(names, RequestsJson.Shared.IReadOnlyListString);

    // One text for the converter is one text on the wire.
    private static SigningRules? OnWire(SigningRules? rules, string separator)
        => rules is { FinalRecipients: { Count: > 1 } recipients }
            ? rules with { FinalRecipients = [string.Join(separator, recipients)] }
            : rules;
}

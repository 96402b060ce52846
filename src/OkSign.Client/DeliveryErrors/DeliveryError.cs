using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A message that did not reach its signer (<c>Webhooks.retrieve</c>, or <see cref="OkSignDeliveryError"/>).</summary>
/// <remarks>The names of some members are not certain; other likely ones are read only when the first ones are missing.</remarks>
public sealed record DeliveryError : OkSignModel
{
    private readonly DeliveryEvent? _event;
    private readonly SourceDocumentId? _source;
    private readonly string? _reason;

    /// <summary>What happened to the message.</summary>
    [JsonPropertyName("event")]
    [JsonConverter(typeof(NullWhenEmptyConverter<DeliveryEvent>))]
    public DeliveryEvent? Event
    {
        get => _event ?? OtherEvent;
        init => _event = value;
    }

    /// <summary>The e-mail address that it was sent to; null for an SMS.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>The mobile number that it was sent to; null for an e-mail.</summary>
    [JsonPropertyName("mobile")]
    public string? Mobile { get; init; }

    /// <summary>The document that it was about.</summary>
    [JsonPropertyName("source_docid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SourceDocumentId>))]
    public SourceDocumentId? SourceDocumentId
    {
        get => _source ?? OtherSourceDocumentId ?? ThirdSourceDocumentId;
        init => _source = value;
    }

    /// <summary>What the receiving side said, for people to read.</summary>
    [JsonPropertyName("reason")]
    public string? Reason
    {
        get => string.IsNullOrEmpty(_reason) ? OtherReason ?? _reason : _reason;
        init => _reason = value;
    }

    /// <summary>The label of the key with which the document was uploaded.</summary>
    [JsonPropertyName("orgtoken")]
    public string? OrganizationalToken { get; init; }

    /// <summary>When it happened.</summary>
    [JsonPropertyName("ts")]
    public DateTimeOffset? Timestamp { get; init; }

    [JsonInclude]
    [JsonPropertyName("type")]
    [JsonConverter(typeof(NullWhenEmptyConverter<DeliveryEvent>))]
    internal DeliveryEvent? OtherEvent { get; init; }

    [JsonInclude]
    [JsonPropertyName("docid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SourceDocumentId>))]
    internal SourceDocumentId? OtherSourceDocumentId { get; init; }

    [JsonInclude]
    [JsonPropertyName("document_id")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SourceDocumentId>))]
    internal SourceDocumentId? ThirdSourceDocumentId { get; init; }

    [JsonInclude]
    [JsonPropertyName("message")]
    internal string? OtherReason { get; init; }
}

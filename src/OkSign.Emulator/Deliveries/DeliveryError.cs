using System.Text.Json.Serialization;

namespace OkSign.Emulator.Deliveries;

/// <summary>A message that did not arrive, as <c>Webhooks.retrieve</c> lists it and the webhook is told it.</summary>
internal sealed record DeliveryError(
    [property: JsonPropertyName("event")] string Event,
    [property: JsonPropertyName("email")] string? Email,
    [property: JsonPropertyName("mobile")] string? Mobile,
    [property: JsonPropertyName("source_docid")] string SourceDocumentId,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("orgtoken")] string OrganizationalToken,
    [property: JsonPropertyName("ts")] string Timestamp,
    [property: JsonIgnore] DateTimeOffset SentAt);

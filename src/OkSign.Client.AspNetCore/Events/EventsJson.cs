using System.Text.Json.Serialization;

namespace OkSign.Client.AspNetCore;

/// <summary>How stored events are written and read, generated at compile time. Stored by one version and read by the next: members are added, never renamed.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SignatureClaim))]
[JsonSerializable(typeof(SignatureFacts))]
[JsonSerializable(typeof(CompletionFacts))]
[JsonSerializable(typeof(DeliveryFacts))]
[JsonSerializable(typeof(RoundClaim))]
[JsonSerializable(typeof(RoundFacts))]
internal sealed partial class EventsJson : JsonSerializerContext;

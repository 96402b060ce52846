using System.Text.Json.Serialization;

namespace FirstCall.Bare;

/// <summary>What the service answers.</summary>
internal sealed record Answer([property: JsonPropertyName("reason")] Balance Reason);

/// <summary>The credits of the account.</summary>
internal sealed record Balance([property: JsonPropertyName("quantity")] decimal Quantity);

[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkSign.Client.Tests.Contracts;

/// <summary>The form of JSON, whatever its values are.</summary>
internal static class JsonForm
{
    /// <summary>Whether all that the model has is there, with the same kinds of JSON; more may be there.</summary>
    public static bool IsThatOf(JsonNode? model, JsonNode? actual)
        => (model, actual) switch
        {
            (JsonObject one, JsonObject other) => one.All(member => other.ContainsKey(member.Key) && IsThatOf(member.Value, other[member.Key])),
            (JsonArray one, JsonArray other) => one.All(item => other.Any(candidate => IsThatOf(item, candidate))),
            (JsonValue one, JsonValue other) => KindOf(one) == KindOf(other),
            _ => model is null && actual is null,
        };

    private static JsonValueKind KindOf(JsonValue value)
        => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? JsonValueKind.True : value.GetValueKind();
}

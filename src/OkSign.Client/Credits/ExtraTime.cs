using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>An extension of a plan. Its unit is not documented.</summary>
public sealed record ExtraTime : OkSignModel
{
    /// <summary>How long it is.</summary>
    [JsonPropertyName("duration")]
    public string? Duration { get; init; }
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The account's credits and storage (<c>Credits.retrieve</c>).</summary>
public sealed record CreditBalance : OkSignModel
{
    /// <summary>The credits left; fractions occur.</summary>
    [JsonPropertyName("quantity")]
    public required decimal Quantity { get; init; }

    /// <summary>When the credits expire.</summary>
    [JsonPropertyName("validuntil")]
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The code of the plan.</summary>
    [JsonPropertyName("subscription")]
    public string? Subscription { get; init; }

    /// <summary>Whether the plan is paid.</summary>
    [JsonPropertyName("paid")]
    public bool? IsPaid { get; init; }

    /// <summary>The storage used, in bytes.</summary>
    [JsonPropertyName("account_size")]
    public long? UsedStorage { get; init; }

    /// <summary>The storage allowed, in bytes.</summary>
    [JsonPropertyName("max_account_size")]
    public long? MaxStorage { get; init; }

    /// <summary>An extension of the plan, seen in 2017 only.</summary>
    [JsonPropertyName("extratime")]
    [JsonConverter(typeof(LenientObjectConverter<ExtraTime>))]
    public ExtraTime? ExtraTime { get; init; }
}

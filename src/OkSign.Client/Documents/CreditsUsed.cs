using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// What a signature cost. The form of these rows is not documented: whatever else they hold is in
/// <see cref="OkSignModel.AdditionalMembers"/>.
/// </summary>
public sealed record CreditsUsed : OkSignModel
{
    /// <summary>The signer.</summary>
    [JsonPropertyName("signerid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignerId>))]
    public SignerId? SignerId { get; init; }

    /// <summary>The credits used; fractions occur.</summary>
    [JsonPropertyName("credits")]
    public decimal? Credits { get; init; }
}

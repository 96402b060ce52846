using System.Text.Json.Serialization;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Someone who signs, as in <c>signersinfo</c>.</summary>
internal sealed record Signer(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("mobile")] string Mobile,
    [property: JsonPropertyName("actingas")] string ActingAs)
{
    /// <summary>The place in the order of signing, from 1; 0 for none.</summary>
    [JsonIgnore]
    public int Sequence { get; init; }

    /// <summary>Whether this is a user of the account, who signs after all others.</summary>
    [JsonIgnore]
    public bool Countersigns { get; init; }

    /// <summary>Whether the signature of a countersigner is placed without the person.</summary>
    [JsonIgnore]
    public bool SignsAutomatically { get; init; }

    /// <summary>Who it is for a reader: a signer may have no name.</summary>
    [JsonIgnore]
    public string DisplayName => Name.Length > 0 ? Name : Email.Length > 0 ? Email : Id;
}

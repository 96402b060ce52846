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
    /// <summary>The place in the order of signing; signers with a higher one wait for those with a lower one.</summary>
    [JsonIgnore]
    public int Sequence { get; init; }

    /// <summary>Who it is for a reader: a signer may have no name.</summary>
    [JsonIgnore]
    public string DisplayName => Name.Length > 0 ? Name : Email.Length > 0 ? Email : Id;
}

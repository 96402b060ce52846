using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A person in the address book of the account. Name and e-mail address together tell one from another.</summary>
public sealed record Contact : OkSignModel
{
    /// <summary>The person's name. Needed in an upload.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The e-mail address. Needed in an upload.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>The mobile number in E.164 form, such as <c>+32470000001</c>; may be empty.</summary>
    [JsonPropertyName("mobile")]
    public string? Mobile { get; init; }

    /// <summary>The capacity in which the person signs, such as <c>CEO</c>; may be empty.</summary>
    [JsonPropertyName("actingas")]
    public string? ActingAs { get; init; }

    /// <summary>The group of contacts to which the person belongs; may be empty.</summary>
    [JsonPropertyName("group")]
    public string? Group { get; init; }
}

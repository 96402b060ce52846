using System.Text.Json.Serialization;

namespace OkSign.Emulator.Contacts;

/// <summary>A contact of the account. E-mail address and name together tell who it is.</summary>
internal sealed record Contact(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("mobile")] string Mobile,
    [property: JsonPropertyName("actingas")] string ActingAs,
    [property: JsonPropertyName("group")] string Group)
{
    /// <summary>Why it cannot be a contact; null when it can.</summary>
    [JsonIgnore]
    public string? Problem
        => string.IsNullOrWhiteSpace(Name) ? "the name is missing"
            : !Addresses.IsEmail(Email) ? "the e-mail address is not valid"
            : Mobile.Length > 0 && !Addresses.IsMobile(Mobile) ? "the mobile number is not valid"
            : null;

    public bool Is(string name, string email) => Name == name && Email.Equals(email, StringComparison.OrdinalIgnoreCase);
}

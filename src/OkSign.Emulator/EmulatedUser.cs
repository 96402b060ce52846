using System.Text.Json.Serialization;

namespace OkSign.Emulator;

/// <summary>A user of the emulated account, as <c>Users.retrieve</c> lists it.</summary>
public sealed record EmulatedUser
{
    /// <summary>Full name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>E-mail address.</summary>
    [JsonPropertyName("email")]
    public required string Email { get; init; }

    /// <summary>Mobile number (E.164), or empty.</summary>
    [JsonPropertyName("mobile")]
    public string Mobile { get; init; } = "";

    /// <summary>Capacity, such as <c>Director</c>, or empty.</summary>
    [JsonPropertyName("actingas")]
    public string ActingAs { get; init; } = "";

    /// <summary>Role in the account. The service's values are not known; these are <c>admin</c> and <c>user</c>.</summary>
    [JsonPropertyName("role")]
    public string Role { get; init; } = "user";

    /// <summary>State in the account. The service's values are not known; this is <c>active</c>.</summary>
    [JsonPropertyName("status")]
    public string Status { get; init; } = "active";

    /// <summary>Language, such as <c>nl</c>.</summary>
    [JsonPropertyName("language")]
    public string Language { get; init; } = "en";

    /// <summary>The signer id, by which a form descriptor asks for this user's countersignature.</summary>
    [JsonPropertyName("signerid")]
    public required string SignerId { get; init; }

    /// <summary>When the user was created or changed, ISO 8601.</summary>
    [JsonPropertyName("ts")]
    public string Timestamp { get; init; } = "2024-01-15T08:00:00+01:00";

    /// <summary>
    /// Whether the user has shared an automatic signature: then a countersignature of this user is placed as soon as all others have
    /// signed. False by default, and not part of the answer.
    /// </summary>
    [JsonIgnore]
    public bool SharesAutomaticSignature { get; init; }

    internal static IReadOnlyList<EmulatedUser> Defaults { get; } =
    [
        new()
        {
            Name = "Owner Example",
            Email = "owner@example.com",
            ActingAs = "Director",
            Role = "admin",
            Language = "nl",
            SignerId = "bt_11111111-0000-0000-0000-000000000001",
        },
        new()
        {
            Name = "Colleague Example",
            Email = "colleague@example.com",
            Mobile = "+32470000009",
            Language = "fr",
            SignerId = "bt_11111111-0000-0000-0000-000000000002",
        },
    ];
}

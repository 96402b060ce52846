using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A user of the account (<c>Users.retrieve</c>).</summary>
public sealed record AccountUser : OkSignModel
{
    /// <summary>The user's name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>The mobile number; may be empty.</summary>
    [JsonPropertyName("mobile")]
    public string? Mobile { get; init; }

    /// <summary>The capacity in which the user signs; may be empty.</summary>
    [JsonPropertyName("actingas")]
    public string? ActingAs { get; init; }

    /// <summary>The role in the account.</summary>
    [JsonPropertyName("role")]
    [JsonConverter(typeof(NullWhenEmptyConverter<UserRole>))]
    public UserRole? Role { get; init; }

    /// <summary>The state of the user's access.</summary>
    [JsonPropertyName("status")]
    [JsonConverter(typeof(NullWhenEmptyConverter<UserStatus>))]
    public UserStatus? Status { get; init; }

    /// <summary>The user's language.</summary>
    [JsonPropertyName("language")]
    [JsonConverter(typeof(NullWhenEmptyConverter<Language>))]
    public Language? Language { get; init; }

    /// <summary>The id under which the user signs; it never changes.</summary>
    [JsonPropertyName("signerid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignerId>))]
    public SignerId? SignerId { get; init; }

    /// <summary>When the user was created or last changed.</summary>
    [JsonPropertyName("ts")]
    public DateTimeOffset? Timestamp { get; init; }
}

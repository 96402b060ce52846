using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What tells a contact from another: e-mail address and name together.</summary>
public sealed record ContactKey : OkSignModel
{
    /// <summary>The contact's name, as the account has it.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The contact's e-mail address, as the account has it.</summary>
    [JsonPropertyName("email")]
    public required string Email { get; init; }

    /// <summary>The key of a contact that was retrieved.</summary>
    public static ContactKey Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new ContactKey { Name = contact.Name ?? "", Email = contact.Email ?? "" };
    }
}

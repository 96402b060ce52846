using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A person who signs or fills something in.</summary>
public sealed record Signer : OkSignModel
{
    /// <summary>The id by which fields, workflow and notifications refer to this person. Needed in a descriptor.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignerId>))]
    public SignerId? Id { get; init; }

    /// <summary>The person's name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>The mobile number in E.164 form, such as <c>+32470000001</c>.</summary>
    [JsonPropertyName("mobile")]
    public string? Mobile { get; init; }

    /// <summary>The capacity in which the person signs, such as <c>CEO</c>.</summary>
    [JsonPropertyName("actingas")]
    public string? ActingAs { get; init; }

    /// <summary>
    /// The person's signing link, in a descriptor that was retrieved. Who has it can sign: keep it as secret as a password.
    /// </summary>
    [JsonPropertyName("url")]
    public Uri? SigningUrl { get; init; }

    /// <summary>What can be seen to be wrong with the person.</summary>
    internal IEnumerable<InputProblem> Problems(string path)
    {
        if (Id is null || Id == default(SignerId))
        {
            yield return new($"{path}.Id", "an id is needed");
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new($"{path}.Name", "a name is needed");
        }
    }
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What <c>Briefcase.create</c> answers.</summary>
/// <remarks>
/// The form of this answer is not documented. Only the token is certain to be read, as <c>token</c>, as <c>docid</c> or as a mere text;
/// what is not understood beside it is kept in <see cref="OkSignModel.AdditionalMembers"/>.
/// </remarks>
public sealed record CreatedBriefcase : OkSignModel
{
    /// <summary>The briefcase's token, needed to read it back and to remove it.</summary>
    [JsonPropertyName("token")]
    public required BriefcaseToken Token { get; init; }

    /// <summary>The link at which each signer signs all documents; empty when the answer has none in a form that is known.</summary>
    [JsonPropertyName("signersinfo")]
    [JsonConverter(typeof(LenientListConverter<SigningLink>))]
    public IReadOnlyList<SigningLink> Links
    {
        get => field ?? [];
        init;
    }
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What <c>SignExpress.create</c> answers: an address, a token, or both.</summary>
/// <remarks>
/// The form of this answer is not documented: it may be a text that is the one or the other, or an object. What is not understood in an
/// object is kept in <see cref="OkSignModel.AdditionalMembers"/>.
/// </remarks>
public sealed record CreatedSignExpress : OkSignModel
{
    /// <summary>
    /// The signing link; null when the answer has a token only. Who has it can sign: keep it as secret as a password.
    /// </summary>
    [JsonPropertyName("url")]
    public Uri? Url { get; init; }

    /// <summary>
    /// The session's token, needed to read it back and to remove it; null when the answer has an address only. A token that the answer
    /// does not name is taken from the end of the address's path if what stands there has the form of the service's ids (six digits,
    /// <c>-</c> and a GUID) and is no document of the session.
    /// </summary>
    [JsonPropertyName("token")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignExpressToken>))]
    public SignExpressToken? Token { get; init; }
}

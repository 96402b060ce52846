using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A SignExpress session: one signer signs one or more documents at a link that holds for some time.</summary>
public sealed record SignExpressSession : OkSignModel
{
    /// <summary>The documents, at least one and each once: <c>[first, second]</c> with their ids.</summary>
    [JsonPropertyName("documents")]
    [JsonConverter(typeof(LenientListConverter<DocumentReference>))]
    public required IReadOnlyList<DocumentReference> Documents
    {
        get => field ?? [];
        init;
    }

    /// <summary>The signer, by the id in the documents' form descriptors.</summary>
    [JsonPropertyName("signerid")]
    public required SignerId SignerId { get; init; }

    /// <summary>How many days the link holds, at least 1; the service takes 90 when it is not told.</summary>
    [JsonPropertyName("validity")]
    public int? ValidityDays { get; init; }

    /// <summary>The address that the service calls after every signature; without one, that of the organizational token.</summary>
    [JsonPropertyName("callbackURL")]
    public Uri? CallbackUrl { get; init; }

    /// <summary>The address to which the signer's browser goes at the end; without one, that of the organizational token.</summary>
    [JsonPropertyName("returnURL")]
    public Uri? ReturnUrl { get; init; }
}

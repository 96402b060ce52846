using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Several documents behind one signing link for each signer.</summary>
/// <remarks>Every document has its form descriptor already, and a signer has the same id in all of them.</remarks>
public sealed record Briefcase : OkSignModel
{
    /// <summary>The documents, at least one and each once: <c>[first, second]</c> with their ids.</summary>
    [JsonPropertyName("documents")]
    [JsonConverter(typeof(LenientListConverter<DocumentReference>))]
    public required IReadOnlyList<DocumentReference> Documents
    {
        get => field ?? [];
        init;
    }

    /// <summary>The name that signers see.</summary>
    [JsonPropertyName("packagename")]
    public string? PackageName { get; init; }

    /// <summary>The address that the service calls after every signature; without one, that of the organizational token.</summary>
    [JsonPropertyName("callbackURL")]
    public Uri? CallbackUrl { get; init; }

    /// <summary>The address to which a signer's browser goes at the end; without one, that of the organizational token.</summary>
    [JsonPropertyName("returnURL")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>
    /// The address that the service calls when an e-mail or a text message cannot be delivered; without one, that of the
    /// organizational token.
    /// </summary>
    [JsonPropertyName("webhookURL")]
    public Uri? WebhookUrl { get; init; }
}

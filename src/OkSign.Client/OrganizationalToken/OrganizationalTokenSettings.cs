using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Where the service calls back for documents that were uploaded with one key of the account.</summary>
/// <remarks>How to take an address away is not documented: one that is null here stays as it is.</remarks>
public sealed record OrganizationalTokenSettings : OkSignModel
{
    /// <summary>The address that the service calls after each signature.</summary>
    [JsonPropertyName("callbackURL")]
    public Uri? CallbackUrl { get; init; }

    /// <summary>The address to which a signer's browser goes after signing.</summary>
    [JsonPropertyName("returnURL")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>The address that the service calls when an e-mail or a text message could not be delivered.</summary>
    [JsonPropertyName("webhookURL")]
    public Uri? WebhookUrl { get; init; }
}

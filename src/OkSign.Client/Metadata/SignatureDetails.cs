using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A placed signature. Which members there are depends on the method.</summary>
public sealed record SignatureDetails : OkSignModel
{
    /// <summary>When it was placed.</summary>
    [JsonPropertyName("isodate")]
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>The signer's name.</summary>
    [JsonPropertyName("signedby")]
    public string? SignedBy { get; init; }

    /// <summary>The capacity in which the signer signed.</summary>
    [JsonPropertyName("actingas")]
    public string? ActingAs { get; init; }

    /// <summary>How the signer proved who they are.</summary>
    [JsonPropertyName("authMethod")]
    [JsonConverter(typeof(NullWhenEmptyConverter<AuthenticationMethod>))]
    public AuthenticationMethod? AuthenticationMethod { get; init; }

    /// <summary>The signer.</summary>
    [JsonPropertyName("signerid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignerId>))]
    public SignerId? SignerId { get; init; }

    /// <summary>Who issued the certificate or vouches for the identity.</summary>
    [JsonPropertyName("provider")]
    public string? Provider { get; init; }

    /// <summary>The certificate's serial number, for certificate-based signatures.</summary>
    [JsonPropertyName("serialnumber")]
    public string? SerialNumber { get; init; }

    /// <summary>The mobile number, for signatures by SMS code.</summary>
    [JsonPropertyName("msisdn")]
    public string? Mobile { get; init; }

    /// <summary>The time in an older, not standardised form.</summary>
    [JsonPropertyName("date")]
    public string? FormerDate { get; init; }

    /// <summary>The subject id of older itsme approvals.</summary>
    [JsonPropertyName("itsme-sub")]
    public string? FormerItsmeSubject { get; init; }
}

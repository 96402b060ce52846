using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How a signer's identity is verified.</summary>
public sealed record SignerVerification : OkSignModel
{
    /// <summary>By a code sent to a mobile phone.</summary>
    [JsonPropertyName("gsm")]
    [JsonConverter(typeof(LenientObjectConverter<MobileVerification>))]
    public MobileVerification? Mobile { get; init; }
}

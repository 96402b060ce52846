using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The long form of one way to sign. An empty one is the short form: the method is allowed, as it is.</summary>
public sealed record SigningMethodOptions : OkSignModel
{
    /// <summary>What is shown as, or asked for, the signer's identity.</summary>
    [JsonPropertyName("identification")]
    [JsonConverter(typeof(LenientObjectConverter<SignerIdentification>))]
    public SignerIdentification? Identification { get; init; }

    /// <summary>How the signer's identity is verified.</summary>
    [JsonPropertyName("verification")]
    [JsonConverter(typeof(LenientObjectConverter<SignerVerification>))]
    public SignerVerification? Verification { get; init; }
}

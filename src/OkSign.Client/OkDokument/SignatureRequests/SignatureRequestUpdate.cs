using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>What can be changed of a signature request (operation 3.3). What is not set stays, probably.</summary>
public sealed record SignatureRequestUpdate : OkSignModel
{
    /// <summary>The id stands in the body of the request.</summary>
    [JsonInclude]
    [JsonPropertyName("signatureRequestId")]
    internal SignatureRequestId? RequestId { get; init; }

    /// <summary>The address that the service calls when the signer is done.</summary>
    [JsonPropertyName("sendInfoURL")]
    public Uri? SendInfoUrl { get; init; }

    /// <summary>Where the signer's browser goes afterwards.</summary>
    [JsonPropertyName("resulturl")]
    public Uri? ResultUrl { get; init; }
}

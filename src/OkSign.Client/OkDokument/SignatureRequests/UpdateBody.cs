using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>What op. 3.3 sends: the id stands in the body.</summary>
internal sealed record UpdateBody
{
    [JsonPropertyName("signatureRequestId")]
    public required SignatureRequestId SignatureRequestId { get; init; }

    [JsonPropertyName("sendInfoURL")]
    public Uri? SendInfoUrl { get; init; }

    [JsonPropertyName("resulturl")]
    public Uri? ResultUrl { get; init; }

    // No init: the generated code would take it for a constructor's parameter, which such a property must not be.
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

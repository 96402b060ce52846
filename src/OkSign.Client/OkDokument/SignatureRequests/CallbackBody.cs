using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>What sets the callback address alone.</summary>
internal sealed record CallbackBody
{
    [JsonPropertyName("sendInfoURL")]
    public required Uri SendInfoUrl { get; init; }
}

using System.Text.Json.Serialization;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>A signer and the signing link, in answers.</summary>
internal sealed record SignerLink(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("url")] Uri Url);

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>From what the service calculates a signer's id.</summary>
internal sealed record NameAndEmail([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("email")] string Email);

using System.Text.Json.Serialization;

namespace OkSign.Emulator.Bundles;

/// <summary>An element of <c>documents</c> in the answers about bundles.</summary>
internal sealed record BundledDocument([property: JsonPropertyName("docid")] string DocumentId);

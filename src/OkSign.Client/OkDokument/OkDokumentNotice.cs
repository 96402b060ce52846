using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// What nearly every answer has: a code, and the thing that was acted on. The wiki shows few members, the vendor's connector declares more: this
/// is all of them together.
/// </summary>
internal sealed record OkDokumentNotice
{
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("result")]
    public string? Result { get; init; }

    /// <summary>The offending id.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("success")]
    public bool? Success { get; init; }

    public bool IsFailure => Success == false || Message?.StartsWith("err.", StringComparison.OrdinalIgnoreCase) == true;
}

using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// What nearly every answer has: a code, and the thing that was acted on. The wiki shows few members, the vendor's connector declares more. Read so
/// that nothing odd in them makes a failure of a success.
/// </summary>
internal sealed record OkDokumentNotice
{
    [JsonPropertyName("message")]
    [JsonConverter(typeof(AnyTextConverter))]
    public string? Message { get; init; }

    /// <summary>The offending id.</summary>
    [JsonPropertyName("value")]
    [JsonConverter(typeof(AnyTextConverter))]
    public string? Value { get; init; }

    [JsonPropertyName("code")]
    [JsonConverter(typeof(AnyTextConverter))]
    public string? Code { get; init; }

    [JsonPropertyName("success")]
    [JsonConverter(typeof(AnyTextConverter))]
    public string? Success { get; init; }

    public bool IsFailure
        => string.Equals(Success, "false", StringComparison.OrdinalIgnoreCase)
            || Message?.StartsWith("err.", StringComparison.OrdinalIgnoreCase) == true;
}

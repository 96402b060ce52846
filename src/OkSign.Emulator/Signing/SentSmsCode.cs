using System.Text.Json.Serialization;

namespace OkSign.Emulator.Signing;

/// <summary>A code that would be on its way to a telephone now.</summary>
internal sealed record SentSmsCode(
    [property: JsonPropertyName("mobile")] string Mobile,
    [property: JsonPropertyName("code")] string Code);

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>The service's answer <c>{"status": ..., "reason": ...}</c>. A logical failure has HTTP status 200, as at the service.</summary>
internal static class Envelope
{
    public static IResult Ok(object reason) => new JsonResult(new Body("OK", reason));

    public static IResult Failed(string reason, int statusCode = StatusCodes.Status200OK)
        => new JsonResult(new Body("FAILED", reason), statusCode);

    /// <summary>One problem is told as a string, several as an array of strings.</summary>
    public static IResult Failed(IReadOnlyList<string> problems)
        => problems.Count == 1 ? Failed(problems[0]) : FailedList(problems);

    /// <summary>Problems as an array of strings, also a single one.</summary>
    public static IResult FailedList(IReadOnlyList<string> problems) => new JsonResult(new Body("FAILED", problems));

    /// <summary>The text of a failure.</summary>
    public static string FailedJson(string reason) => JsonSerializer.Serialize(new Body("FAILED", reason), WireJson.Options);

    private sealed record Body(
        [property: JsonPropertyName("status")] string Status,
        [property: JsonPropertyName("reason")] object Reason);
}

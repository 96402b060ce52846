using System.Text;
using System.Text.Json;

namespace OkSign.Client.Tests.Live;

/// <summary>What came over the wire for one request, told by its form alone.</summary>
internal static class ObservedAnswer
{
    public static string Describe(HttpRequestMessage request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        string mediaType = response.Content.Headers.ContentType?.ToString() ?? "no content type";
        string retryAfter = (int)response.StatusCode != 429 ? "" : response.Headers.Contains("retry-after") ? ", with Retry-After" : ", without Retry-After";
        return $"{request.Method} {request.RequestUri!.AbsolutePath} -> HTTP {(int)response.StatusCode}{retryAfter}, {mediaType}, {DescribeBody(body)}";
    }

    private static string DescribeBody(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
        if (text.IsEmpty)
        {
            return "nothing";
        }

        if (text.StartsWith("%PDF-"u8))
        {
            return "a PDF";
        }

        try
        {
            var reader = new Utf8JsonReader(text);
            using var document = JsonDocument.ParseValue(ref reader);
            return DescribeJson(document.RootElement);
        }
        catch (JsonException)
        {
            return "neither JSON nor a PDF";
        }
    }

    /// <summary>The form; of a failure also what it says, which is how this library tells one failure from another.</summary>
    private static string DescribeJson(JsonElement json)
    {
        bool isFailure = json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("status", out JsonElement status)
            && status.ValueEquals("FAILED")
            && json.TryGetProperty("reason", out JsonElement reason)
            && reason.ValueKind == JsonValueKind.String;
        return isFailure
            ? $"{Shape.Of(json)}, FAILED: {Shape.Masked(json.GetProperty("reason").GetString()!)}"
            : Shape.Of(json);
    }
}

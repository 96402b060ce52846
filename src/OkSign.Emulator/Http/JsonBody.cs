using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>Reads JSON from a request.</summary>
internal static class JsonBody
{
    public const long Limit = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RefusedException">The body is not a JSON object that can be read as a whole.</exception>
    public static async Task<JsonElement> ReadObjectAsync(HttpContext context, long limit = Limit)
        => RequireObject(await ReadAsync(context, limit));

    /// <exception cref="RefusedException">The body is not JSON that can be read as a whole.</exception>
    public static async Task<JsonElement> ReadAsync(HttpContext context, long limit = Limit)
    {
        if (context.Request.MediaType() != MediaTypes.Json)
        {
            await RequestBody.DiscardAsync(context);
            throw new RefusedException($"The content-type must be {MediaTypes.Json}");
        }

        byte[] body = await RequestBody.ReadAtMostAsync(context, limit)
            ?? throw new RefusedException($"The JSON is larger than {limit} bytes");
        return Parse(body);
    }

    /// <exception cref="RefusedException">This is not a JSON object that can be read as a whole.</exception>
    public static JsonElement ParseObject(byte[] json) => RequireObject(Parse(json));

    private static JsonElement RequireObject(JsonElement root)
        => root.ValueKind == JsonValueKind.Object ? root : throw new RefusedException("The body must be a JSON object");

    private static JsonElement Parse(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(StrictUtf8.GetString(json));
            ReadAllStrings(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw new RefusedException("The body is not valid JSON");
        }
    }

    // The parser leaves escape sequences for later: half a surrogate pair only shows when the string is read.
    private static void ReadAllStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadAllStrings(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    ReadAllStrings(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}

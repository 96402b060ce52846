using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OkSign.Emulator.Http;

/// <summary>The media types of the services.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string JsonUtf8 = "application/json; charset=utf-8";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";
    public const string Pdf = "application/pdf";
    public const string Word = "application/msword";
    public const string WordOpenXml = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The request's media type in lower case without parameters; null when it has none or a malformed one.</summary>
    public static string? MediaType(this HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            ? type.MediaType.Value?.ToLowerInvariant()
            : null;
}

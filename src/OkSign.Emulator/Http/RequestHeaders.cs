using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Http;

/// <summary>The services' own request headers.</summary>
internal static class RequestHeaders
{
    public const string Authorization = "x-oksign-authorization";
    public const string ApiKey = "x-api-key";
    public const string DocumentId = "x-oksign-docid";
    public const string Token = "x-oksign-token";
    public const string AttachmentId = "x-oksign-attachmentid";
    public const string FileName = "x-oksign-filename";
    public const string StartTime = "x-oksign-starttime";
    public const string EndTime = "x-oksign-endtime";

    /// <summary>Whether a header holds credentials, which are shown nowhere.</summary>
    public static bool IsSecret(string header)
        => header.Equals(Authorization, StringComparison.OrdinalIgnoreCase) || header.Equals(ApiKey, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="RefusedException">The header is missing, empty, or there more than once.</exception>
    public static string Required(this HttpRequest request, string header)
    {
        StringValues values = request.Headers[header];
        if (values.Count > 1)
        {
            throw new RefusedException($"The header {header} is given more than once");
        }

        return values.ToString() is { Length: > 0 } value ? value : throw new RefusedException($"The header {header} is missing");
    }

    /// <summary>The token of a briefcase or session. By which header it comes is disputed: both are read.</summary>
    /// <exception cref="RefusedException">There is no token, or the two headers have different ones.</exception>
    public static string RequiredToken(this HttpRequest request)
    {
        if (!request.Headers.ContainsKey(Token))
        {
            return request.Required(DocumentId);
        }

        string token = request.Required(Token);
        return !request.Headers.ContainsKey(DocumentId) || request.Required(DocumentId) == token
            ? token
            : throw new RefusedException($"The headers {DocumentId} and {Token} name different tokens");
    }

    /// <exception cref="RefusedException">The header is missing or is not ISO 8601 with an offset.</exception>
    public static DateTimeOffset RequiredTime(this HttpRequest request, string header)
        => Timestamps.TryParse(request.Required(header), out DateTimeOffset moment)
            ? moment
            : throw new RefusedException($"The header {header} is not an ISO 8601 date and time with an offset");
}

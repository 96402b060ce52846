using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Dashboard;

/// <summary>What is the same for every answer to the dashboard: it is kept nowhere and given to no other page.</summary>
internal static class DashboardAnswer
{
    public static async Task WriteAsync(HttpContext context, byte[] content, string mediaType, string? securityPolicy = null)
    {
        context.Response.ContentLength = content.Length;
        Begin(context.Response, mediaType, securityPolicy);
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    public static void Begin(HttpResponse response, string mediaType, string? securityPolicy = null)
    {
        response.ContentType = mediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = securityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

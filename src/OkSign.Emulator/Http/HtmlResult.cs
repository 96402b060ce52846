using System.Text;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>A page without scripts, which nothing else may frame or keep.</summary>
internal sealed class HtmlResult(string html, int statusCode = StatusCodes.Status200OK) : IResult
{
    private const string SecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] page = Encoding.UTF8.GetBytes(html);
        HttpResponse response = httpContext.Response;
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = SecurityPolicy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.Body.WriteAsync(page, httpContext.RequestAborted);
    }
}

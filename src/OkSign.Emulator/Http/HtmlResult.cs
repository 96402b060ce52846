using System.Text;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>
/// A page that runs only the scripts of this server and loads nothing from elsewhere, and which nothing else may frame or keep.
/// </summary>
/// <param name="html">The page.</param>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="formLeadsElsewhere">
/// Whether the answer to the page's form may lead to another server. To any: a browser holds every redirection on the way against the policy, and where an application
/// sends people on, to https or a login, is not known here.
/// </param>
internal sealed class HtmlResult(string html, int statusCode = StatusCodes.Status200OK, bool formLeadsElsewhere = false) : IResult
{
    private const string SecurityPolicy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] page = Encoding.UTF8.GetBytes(html);
        HttpResponse response = httpContext.Response;
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = formLeadsElsewhere ? $"{SecurityPolicy} http: https:" : SecurityPolicy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(page, httpContext.RequestAborted);
    }
}

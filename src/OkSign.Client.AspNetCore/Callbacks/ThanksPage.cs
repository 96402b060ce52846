using System.Text;
using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// What a signer sees who comes back, unless the application has a page of its own. It does not say that all is signed: nobody has asked the service.
/// </summary>
internal sealed class ThanksPage : IResult
{
    private const string DefaultLanguage = "en";

    private static readonly Dictionary<string, (string Title, string Text)> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        [DefaultLanguage] = ("Thank you", "You can close this page."),
        ["nl"] = ("Bedankt", "U kunt deze pagina sluiten."),
        ["fr"] = ("Merci", "Vous pouvez fermer cette page."),
        ["sk"] = ("Ďakujeme", "Túto stránku môžete zatvoriť."),
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        string language = LanguageOf(httpContext.Request);
        (string title, string text) = Texts[language];
        byte[] page = Encoding.UTF8.GetBytes($$"""
            <!DOCTYPE html>
            <html lang="{{language}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>body { font-family: system-ui, sans-serif; margin: 20vh auto; max-width: 30rem; padding: 0 1rem; text-align: center; color: #1b1b1b; background: #fff }</style>
            </head>
            <body><main><h1>{{title}}</h1><p>{{text}}</p></main></body>
            </html>
            """);
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.Body.WriteAsync(page, httpContext.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The first of the browser's languages that there is a text in.</summary>
    private static string LanguageOf(HttpRequest request)
        => request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(static language => language.Quality ?? 1)
            .Select(static language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Texts.ContainsKey) ?? DefaultLanguage;
}

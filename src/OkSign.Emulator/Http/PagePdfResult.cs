using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>A PDF for a page that shows it, or for the browser's own viewer: nothing keeps it, because it changes with every signature.</summary>
internal sealed class PagePdfResult(byte[] pdf) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        IHeaderDictionary headers = httpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentDisposition = "inline";
        headers["Referrer-Policy"] = "no-referrer";
        return new PdfResult(pdf).ExecuteAsync(httpContext);
    }
}

using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>A PDF, without an envelope.</summary>
internal sealed class PdfResult(byte[] pdf, string mediaType = MediaTypes.Pdf) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        httpContext.Response.ContentLength = pdf.Length;
        await httpContext.Response.Body.WriteAsync(pdf, httpContext.RequestAborted);
    }
}

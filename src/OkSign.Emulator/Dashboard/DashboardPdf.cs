using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Dashboard;

/// <summary>A file to look at, with the name under which it can be kept.</summary>
internal sealed class DashboardPdf(byte[] pdf, string fileName) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(fileName);
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        return DashboardAnswer.WriteAsync(httpContext, pdf, MediaTypes.Pdf);
    }
}

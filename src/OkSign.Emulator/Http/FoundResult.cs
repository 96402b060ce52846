using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>Sends the browser on, for this time only.</summary>
internal sealed class FoundResult(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status302Found;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}

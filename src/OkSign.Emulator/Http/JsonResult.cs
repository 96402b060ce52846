using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>A JSON answer of known length.</summary>
internal sealed class JsonResult(object body, int statusCode = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Options);
        httpContext.Response.StatusCode = statusCode;
        httpContext.Response.ContentType = MediaTypes.JsonUtf8;
        httpContext.Response.ContentLength = json.Length;
        await httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>The answer to a service, or to somebody who pretends to be one: a status and nothing else.</summary>
internal sealed class CallbackAnswer(int statusCode, TimeSpan? retryAfter = null) : IResult
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <summary>What came of it, told to the service.</summary>
    public static CallbackAnswer Of(Verdict verdict) => verdict switch
    {
        Verdict.Handled => new(StatusCodes.Status200OK),
        Verdict.NotSo => new(StatusCodes.Status404NotFound),
        Verdict.Failed => new(StatusCodes.Status503ServiceUnavailable, Soon),
        _ => new(StatusCodes.Status202Accepted),
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = statusCode;
        httpContext.Response.Headers.CacheControl = "no-store";
        if (retryAfter is { } pause)
        {
            httpContext.Response.Headers.RetryAfter = ((int)pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }
}

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Faults;

/// <summary>Another answer takes the place of the true one.</summary>
internal sealed record OtherAnswer(HttpStatusCode StatusCode, string? MediaType, string Body) : FaultCourse
{
    /// <summary>What the body tells in the service's own envelope; null when the body is given.</summary>
    public string? Reason { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public bool RetryAfterAsDate { get; init; }

    public static OtherAnswer Failed(HttpStatusCode statusCode, string reason)
        => new(statusCode, MediaTypes.JsonUtf8, Body: "") { Reason = reason };

    public override async Task RunAsync(FaultedRequest request, bool afterWork)
    {
        await request.ReceiveAsync(afterWork);
        string body = Reason is null ? Body : request.FailedJson(Reason);
        await request.AnswerAsync(new HeldAnswer((int)StatusCode, Headers(request.TimeProvider), Encoding.UTF8.GetBytes(body)));
    }

    private IHeaderDictionary Headers(TimeProvider timeProvider)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        headers.ContentType = MediaType;
        if (RetryAfter is { } wait)
        {
            headers.RetryAfter = RetryAfterAsDate
                ? HeaderUtilities.FormatDate(WholeSecond(timeProvider.GetUtcNow() + wait))
                : HeaderUtilities.FormatNonNegativeInt64((long)Math.Ceiling(wait.TotalSeconds));
        }

        return headers;
    }

    // A date in HTTP has no fractions: never earlier than asked for.
    private static DateTimeOffset WholeSecond(DateTimeOffset moment)
        => moment.Ticks % TimeSpan.TicksPerSecond is var fraction and > 0 ? moment.AddTicks(TimeSpan.TicksPerSecond - fraction) : moment;
}

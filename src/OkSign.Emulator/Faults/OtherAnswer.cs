using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OkSign.Emulator.Faults;

/// <summary>Another answer takes the place of the true one.</summary>
internal sealed record OtherAnswer(HttpStatusCode StatusCode, string? MediaType, string Body) : FaultCourse
{
    public TimeSpan? RetryAfter { get; init; }

    public bool RetryAfterAsDate { get; init; }

    public override async Task RunAsync(FaultedRequest request, bool afterWork)
    {
        await request.ReceiveAsync(afterWork);
        await request.AnswerAsync(new HeldAnswer((int)StatusCode, Headers(request.TimeProvider), Encoding.UTF8.GetBytes(Body)));
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

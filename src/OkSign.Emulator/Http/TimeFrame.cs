using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>The time window that a list is asked for, both ends included.</summary>
internal sealed record TimeFrame(DateTimeOffset Start, DateTimeOffset End)
{
    /// <exception cref="RefusedException">One of the two headers is missing or malformed, or the end is before the start.</exception>
    public static TimeFrame Of(HttpRequest request)
    {
        var frame = new TimeFrame(request.RequiredTime(RequestHeaders.StartTime), request.RequiredTime(RequestHeaders.EndTime));
        return frame.End >= frame.Start
            ? frame
            : throw new RefusedException($"{RequestHeaders.EndTime} is before {RequestHeaders.StartTime}");
    }

    public bool Contains(DateTimeOffset moment) => moment >= Start && moment <= End;
}

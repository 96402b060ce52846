using System.Globalization;

namespace OkSign.Client;

/// <summary>Timestamps as the service writes and wants them: ISO 8601, seconds, numeric offset.</summary>
internal static class WireTime
{
    public static string Format(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateTimeOffset RoundUp(DateTimeOffset time)
    {
        long excess = time.Ticks % TimeSpan.TicksPerSecond;
        bool isLast = DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks < TimeSpan.TicksPerSecond;
        return excess == 0 || isLast ? time : time.AddTicks(TimeSpan.TicksPerSecond - excess);
    }
}

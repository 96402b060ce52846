using System.Globalization;

namespace OkSign.Client;

/// <summary>Timestamps as the service writes and wants them: ISO 8601, seconds, numeric offset.</summary>
internal static class WireTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd",
    ];

    public static string Format(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateTimeOffset RoundUp(DateTimeOffset time)
    {
        long excess = time.Ticks % TimeSpan.TicksPerSecond;
        bool isLast = DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks < TimeSpan.TicksPerSecond;
        return excess == 0 || isLast ? time : time.AddTicks(TimeSpan.TicksPerSecond - excess);
    }

    /// <summary>
    /// Reads ISO 8601 with or without offset (none means UTC) and fractions. A time in any other form is read as none rather than
    /// guessed at: 05/03 is May to some and March to others.
    /// </summary>
    public static DateTimeOffset? Parse(string text)
        => DateTimeOffset.TryParseExact(
            text.Trim(),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time)
            ? time
            : null;

    /// <summary>Reads seconds or milliseconds since 1970.</summary>
    public static DateTimeOffset? FromUnixTime(long number)
    {
        // Seconds up to the year 5138; beyond, a number of this size can only be milliseconds.
        const long LastSecond = 100_000_000_000;
        return number switch
        {
            < 0 => null,
            < LastSecond => DateTimeOffset.FromUnixTimeSeconds(number),
            < LastSecond * 1000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }
}

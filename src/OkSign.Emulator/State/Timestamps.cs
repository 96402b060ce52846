using System.Globalization;

namespace OkSign.Emulator.State;

/// <summary>Dates on the wire: ISO 8601 with an offset.</summary>
internal static class Timestamps
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:sszzz";

    private static readonly string[] Accepted =
    [
        Seconds,
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static string Format(DateTimeOffset moment) => moment.ToString(Seconds, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset moment)
        => DateTimeOffset.TryParseExact(text, Accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OkSign.Client;

/// <summary>
/// How far <see cref="DocumentsClient.WatchSignedAsync"/> came: store its text, and go on from it after a restart.
/// </summary>
/// <remarks>
/// Immutable. The text is opaque, versioned and ASCII: some 30 characters, and 16 more for each signature that may come in an answer
/// again, which are those of the last window. It holds no names, ids or links, only hashes.
/// </remarks>
public sealed class SignedFeedCheckpoint
{
    private const string Version = "1";
    private const string BeginningMark = "b";
    private const string WindowMark = "w";

    // Before, there was no service; so late a time is a mistake of units.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal SignedFeedCheckpoint(
        DateTimeOffset from,
        DateTimeOffset? notBefore,
        ReadOnlyMemory<SignatureMark> reported,
        bool isBeginning = false)
    {
        From = from;
        NotBefore = notBefore;
        Reported = reported;
        IsBeginning = isBeginning;
    }

    /// <summary>The start of the next window, or the time at which the caller wants to begin.</summary>
    internal DateTimeOffset From { get; }

    /// <summary>Whether nothing was asked for yet, so that the next window starts earlier by the overlap.</summary>
    internal bool IsBeginning { get; }

    /// <summary>When the service may be called again, by this machine's clock; null when nobody called it yet.</summary>
    internal DateTimeOffset? NotBefore { get; }

    /// <summary>The signatures that were reported and may come in an answer again.</summary>
    internal ReadOnlyMemory<SignatureMark> Reported { get; }

    /// <summary>A checkpoint to begin with: everything that is signed from some time on.</summary>
    /// <param name="time">
    /// From 2000 on; a time in the future counts as now. Because clocks differ, signatures from shortly before are reported, too:
    /// earlier by <see cref="SignedFeedOptions.ClockTolerance"/> and <see cref="SignedFeedOptions.Latency"/> at most.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 2000 or after 8999.</exception>
    public static SignedFeedCheckpoint StartingAt(DateTimeOffset time)
        => IsUsable(time)
            ? new SignedFeedCheckpoint(time, notBefore: null, reported: default, isBeginning: true)
            : throw new ArgumentOutOfRangeException(nameof(time), time, "From the year 2000 to 8999.");

    /// <summary>Reads what <see cref="ToString"/> gave.</summary>
    /// <exception cref="FormatException">The text is none of a checkpoint, or one of a later version of this library.</exception>
    public static SignedFeedCheckpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out SignedFeedCheckpoint? checkpoint)
            ? checkpoint
            : throw new FormatException("The text is not that of a checkpoint which this version of the library can read.");
    }

    /// <summary>Reads what <see cref="ToString"/> gave; false for any other text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SignedFeedCheckpoint? checkpoint)
    {
        checkpoint = text?.Split('.') is [Version, BeginningMark or WindowMark, var from, var notBefore, var reported] parts
            && TimeOf(from) is { } start
            && (notBefore.Length == 0 || TimeOf(notBefore) is not null)
            && SignatureMark.TryParse(reported, out SignatureMark[]? marks)
            ? new SignedFeedCheckpoint(start, TimeOf(notBefore), marks, isBeginning: parts[1] == BeginningMark)
            : null;
        return checkpoint is not null;
    }

    /// <summary>The text to store.</summary>
    public override string ToString()
        => string.Join(
            ".",
            Version,
            IsBeginning ? BeginningMark : WindowMark,
            TextOf(From),
            NotBefore is { } time ? TextOf(WireTime.RoundUp(time)) : "",
            SignatureMark.Format(Reported.Span));

    private static string TextOf(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? TimeOf(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds < Latest.ToUnixTimeSeconds()
            && DateTimeOffset.FromUnixTimeSeconds(seconds) is var time
            && IsUsable(time)
            ? time
            : null;

    private static bool IsUsable(DateTimeOffset time) => time >= Earliest && time < Latest;
}

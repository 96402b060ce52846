using OkSign.Emulator.Account;

namespace OkSign.Emulator;

/// <summary>How an <see cref="OkSignEmulator"/> behaves. Read once, when it starts.</summary>
public sealed class OkSignEmulatorOptions
{
    /// <summary>The size limit of the service, in bytes: 10 MB.</summary>
    public const long DefaultMaxDocumentSize = 10 * 1024 * 1024;

    // The whole document is in memory, several times while it is signed.
    private const long LargestDocument = 256 * 1024 * 1024;

    /// <summary>The port on the loopback interface; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// What a client must send in <c>x-oksign-authorization</c>: <c>account number;authentication token;organizational token</c>.
    /// By default account 123456 with a random token and the organizational token <c>emulator</c>.
    /// </summary>
    public string Authorization { get; set; } = Account.Credentials.Random().ToString();

    /// <summary>The clock for timestamps, rate limits and prices.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The credits of the account at the start. Every signature takes some.</summary>
    public decimal Credits { get; set; } = 125;

    /// <summary>The largest document that is accepted, in bytes.</summary>
    public long MaxDocumentSize { get; set; } = DefaultMaxDocumentSize;

    /// <summary>
    /// Whether too many calls are answered by HTTP 429: <c>Documents.active</c> and <c>Documents.signed</c> once in three minutes,
    /// <c>Document.upload</c> three times a second. Off by default, because most tests do not want to wait.
    /// </summary>
    public bool EnforceRateLimits { get; set; }

    /// <summary>For how long after a signature <c>Document.remove</c> answers "Too soon". Zero, the default, is never.</summary>
    public TimeSpan TooSoonAfterSigning { get; set; }

    /// <summary>
    /// The users of the account; the first one counts as the uploader of every document. By default an owner and a colleague.
    /// </summary>
    public IReadOnlyList<EmulatedUser> Users { get; set; } = EmulatedUser.Defaults;

    /// <summary>What the emulator sends where sources disagree about the service.</summary>
    public WireVariants WireVariants { get; set; } = new();

    /// <summary>A copy that its owner cannot change any more.</summary>
    /// <exception cref="ArgumentException">An option has a value that makes no sense.</exception>
    internal OkSignEmulatorOptions CheckedCopy(out Credentials credentials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(Credits);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDocumentSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDocumentSize, LargestDocument);
        ArgumentOutOfRangeException.ThrowIfLessThan(TooSoonAfterSigning, TimeSpan.Zero);
        credentials = Credentials.TryParse(Authorization, out Credentials? parsed)
            ? parsed
            : throw new ArgumentException($"{nameof(Authorization)} must be \"account number;authentication token;organizational token\".");
        var copy = (OkSignEmulatorOptions)MemberwiseClone();
        copy.Users = [.. Users];
        copy.WireVariants = WireVariants.Copy();
        return copy;
    }
}

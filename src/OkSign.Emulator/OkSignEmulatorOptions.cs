using OkSign.Emulator.Account;
using OkSign.Emulator.Callbacks;

namespace OkSign.Emulator;

/// <summary>How an <see cref="OkSignEmulator"/> behaves. Read once, when it starts.</summary>
public sealed class OkSignEmulatorOptions
{
    /// <summary>The size limit of the service, in bytes: 10 MB.</summary>
    public const long DefaultMaxDocumentSize = 10 * 1024 * 1024;

    // The whole document is in memory, several times while it is signed.
    private const long LargestDocument = 256 * 1024 * 1024;

    // That of HttpClient.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

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

    /// <summary>The largest e-mail attachment that is accepted, in bytes. The service's limit is not known; this one is 10 MB.</summary>
    public long MaxAttachmentSize { get; set; } = DefaultMaxDocumentSize;

    /// <summary>
    /// Whether too many calls are answered by HTTP 429: <c>Documents.active</c>, <c>Documents.signed</c> and <c>Webhooks.retrieve</c>
    /// once in three minutes, <c>Document.upload</c> three times a second. Off by default, because most tests do not want to wait.
    /// </summary>
    public bool EnforceRateLimits { get; set; }

    /// <summary>For how long after a signature <c>Document.remove</c> answers "Too soon". Zero, the default, is never.</summary>
    public TimeSpan TooSoonAfterSigning { get; set; }

    /// <summary>
    /// The users of the account; the first one counts as the uploader of every document. By default an owner and a colleague.
    /// </summary>
    public IReadOnlyList<EmulatedUser> Users { get; set; } = EmulatedUser.Defaults;

    /// <summary>The e-mail templates of the account. By default one.</summary>
    public IReadOnlyList<EmulatedEmailTemplate> EmailTemplates { get; set; } = EmulatedEmailTemplate.Defaults;

    /// <summary>
    /// The address of the key that is called after every signature, until <c>Orgtokeninfo.update</c> changes it: absolute, http or https.
    /// Null, the default, is none. A briefcase or SignExpress session may have one of its own.
    /// </summary>
    public Uri? CallbackUrl { get; set; }

    /// <summary>The address to which the signing page sends the signer's browser after signing, as <see cref="CallbackUrl"/>.</summary>
    public Uri? ReturnUrl { get; set; }

    /// <summary>The address that is called when a message cannot be delivered, as <see cref="CallbackUrl"/>.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>How long a called address may take to answer, in real time whatever the clock: 10 seconds by default.</summary>
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How the OKdokument part behaves.</summary>
    public OkDokumentEmulatorOptions OkDokument { get; set; } = new();

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
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxAttachmentSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxAttachmentSize, LargestDocument);
        ArgumentOutOfRangeException.ThrowIfLessThan(TooSoonAfterSigning, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CallbackTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CallbackTimeout, LongestTimeout);
        ArgumentNullException.ThrowIfNull(OkDokument);
        CheckAddress(CallbackUrl, nameof(CallbackUrl));
        CheckAddress(ReturnUrl, nameof(ReturnUrl));
        CheckAddress(WebhookUrl, nameof(WebhookUrl));
        credentials = Credentials.TryParse(Authorization, out Credentials? parsed)
            ? parsed
            : throw new ArgumentException($"{nameof(Authorization)} must be \"account number;authentication token;organizational token\".");
        var copy = (OkSignEmulatorOptions)MemberwiseClone();
        copy.Users = [.. Users];
        copy.EmailTemplates = [.. EmailTemplates];
        copy.WireVariants = WireVariants.Copy();
        copy.OkDokument = OkDokument.CheckedCopy();
        return copy;
    }

    private static void CheckAddress(Uri? address, string option)
    {
        if (address is not null && !WebAddresses.IsOne(address))
        {
            throw new ArgumentException($"{option} must be absolute, http or https.");
        }
    }
}

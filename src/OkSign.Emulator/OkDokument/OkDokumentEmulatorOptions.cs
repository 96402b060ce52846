using System.Security.Cryptography;

namespace OkSign.Emulator;

/// <summary>How the OKdokument part of an <see cref="OkSignEmulator"/> behaves. Read once, when it starts.</summary>
public sealed class OkDokumentEmulatorOptions
{
    // The whole document is in memory, several times while it is signed.
    private const long LargestDocument = 256 * 1024 * 1024;

    /// <summary>What a client must send in <c>x-api-key</c>: visible ASCII characters. Random by default.</summary>
    public string ApiKey { get; set; } =
        $"{RandomNumberGenerator.GetHexString(9, lowercase: true)}_{RandomNumberGenerator.GetHexString(100, lowercase: true)}";

    /// <summary>The short name of the account, as the counters tell it.</summary>
    public string AccountName { get; set; } = "acme";

    /// <summary>The signature requests that the account has bought. Every registered one takes one.</summary>
    public int SignatureRequests { get; set; } = 100;

    /// <summary>The largest document that is accepted, in bytes and before base64: 10 MB by default.</summary>
    public long MaxDocumentSize { get; set; } = OkSignEmulatorOptions.DefaultMaxDocumentSize;

    /// <summary>After what time since its upload an unsigned document is deleted: 30 days by default; the sources also know 60.</summary>
    public TimeSpan UnsignedRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>After what time since it was signed a document is deleted: 10 days by default.</summary>
    public TimeSpan SignedRetention { get; set; } = TimeSpan.FromDays(10);

    /// <summary>
    /// How long a document that is to be searched for tags stays in the state <c>tags</c>. Zero, the default, has them found within the
    /// upload.
    /// </summary>
    public TimeSpan TagSearchDelay { get; set; }

    /// <summary>
    /// Whether a document goes to the state <c>errorsendinfo</c> when the call to <c>sendInfoURL</c> fails; true by default.
    /// </summary>
    public bool SendInfoFailureChangesState { get; set; } = true;

    /// <summary>What the emulator sends where sources disagree about the service.</summary>
    public OkDokumentVariants Variants { get; set; } = new();

    /// <summary>A copy that its owner cannot change any more.</summary>
    /// <exception cref="ArgumentException">An option has a value that makes no sense.</exception>
    internal OkDokumentEmulatorOptions CheckedCopy()
    {
        CheckVisibleAscii(ApiKey, nameof(ApiKey));
        CheckVisibleAscii(AccountName, nameof(AccountName));
        ArgumentOutOfRangeException.ThrowIfNegative(SignatureRequests);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDocumentSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDocumentSize, LargestDocument);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(UnsignedRetention, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(SignedRetention, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(TagSearchDelay, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(Variants);
        var copy = (OkDokumentEmulatorOptions)MemberwiseClone();
        copy.Variants = Variants.CheckedCopy();
        return copy;
    }

    /// <summary>Whether a text can be the API key.</summary>
    internal static bool IsVisibleAscii(string? text)
        => !string.IsNullOrEmpty(text) && text.All(character => character is > ' ' and <= '~');

    private static void CheckVisibleAscii(string? text, string option)
    {
        if (!IsVisibleAscii(text))
        {
            throw new ArgumentException($"{option} must be visible ASCII characters.");
        }
    }
}

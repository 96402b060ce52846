using OkSign.Emulator.OkDokument;

namespace OkSign.Emulator;

/// <summary>The OKdokument side of a running <see cref="OkSignEmulator"/>. Thread-safe.</summary>
public sealed class EmulatedOkDokument
{
    private readonly DokumentAccount _account;
    private readonly RoundSigning _signing;
    private readonly SigningUrls _urls;

    internal EmulatedOkDokument(
        Uri baseAddress, OkDokumentEmulatorOptions options, DokumentAccount account, RoundSigning signing, SigningUrls urls)
    {
        BaseAddress = baseAddress;
        ApiKey = options.ApiKey;
        (_account, _signing, _urls) = (account, signing, urls);
    }

    /// <summary>The root of the host, <c>http://127.0.0.1:PORT/</c>, followed by <c>JSON/...</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>What a client must send in <c>x-api-key</c>.</summary>
    public string ApiKey { get; }

    /// <summary>The signature requests (credits) that are left.</summary>
    public int AvailableSignatureRequests => _account.Run((book, _) => book.Credits);

    /// <summary>The e-mails and text messages that the service would have sent by now, oldest first: a snapshot.</summary>
    public IReadOnlyList<SentDocumentMessage> Messages
        => _account.Run<IReadOnlyList<SentDocumentMessage>>((book, _) => [.. book.Messages.OrderBy(message => message.SentAt)]);

    /// <summary>The person who got a signing URL, to be scripted.</summary>
    /// <param name="signingUrl">The <c>url</c> of the answer to a new signature request, or the address of the signing page.</param>
    /// <exception cref="ArgumentException">This is not a signing URL of this emulator.</exception>
    public EmulatedDocumentSigner Signer(Uri signingUrl)
    {
        ArgumentNullException.ThrowIfNull(signingUrl);
        string requestId = _urls.RequestIdOf(signingUrl)
            ?? throw new ArgumentException($"This is not a signing URL of the emulator at {BaseAddress}.", nameof(signingUrl));
        return new EmulatedDocumentSigner(_signing, requestId);
    }
}

using OkSign.Emulator.OkDokument;

namespace OkSign.Emulator;

/// <summary>Plays the person who got a signing URL of OKdokument.</summary>
public sealed class EmulatedDocumentSigner
{
    private readonly RoundSigning _signing;
    private readonly string _requestId;

    internal EmulatedDocumentSigner(RoundSigning signing, string requestId) => (_signing, _requestId) = (signing, requestId);

    /// <summary>Enters the codes, fills in the fields, signs, and presses Submit.</summary>
    /// <remarks>
    /// The signed file shows the signatures and the values of all rounds. It has no form fields any more, whatever
    /// <c>fieldsBeforeSigning</c> says: the emulator always flattens.
    /// </remarks>
    /// <param name="script">What the signer does; without one, signs all signature fields of the round.</param>
    /// <param name="cancellationToken">Cancels before anything is signed.</param>
    /// <returns>Where the browser is sent: the result URL with its query, or the thank-you page.</returns>
    /// <exception cref="EmulatedSigningException">
    /// Signing is not possible: the request is unknown, deleted, expired or finished, the document is still searched for tags, a code
    /// is wrong,
    /// a field does not belong to the round, or a compulsory one is left out. Nothing has changed then, but that codes may have been sent.
    /// </exception>
    public Task<Uri?> SignAsync(DocumentSigningScript? script = null, CancellationToken cancellationToken = default)
        => RunAsync(() => _signing.Submit(_requestId, script ?? new DocumentSigningScript(), SentCode.TakeWhenMissing), cancellationToken);

    /// <summary>Presses Cancel.</summary>
    /// <param name="script">The codes and the language; nothing else of it counts.</param>
    /// <param name="cancellationToken">Cancels before anything is changed.</param>
    /// <returns>Where the browser is sent, as for <see cref="SignAsync"/>.</returns>
    /// <exception cref="EmulatedSigningException">
    /// The request is unknown, deleted, expired or finished, or the code to open is wrong.
    /// </exception>
    public Task<Uri?> CancelAsync(DocumentSigningScript? script = null, CancellationToken cancellationToken = default)
        => RunAsync(() => _signing.Cancel(_requestId, script ?? new DocumentSigningScript(), SentCode.TakeWhenMissing), cancellationToken);

    // On another thread: a signed file of a large document takes a while.
    private static Task<Uri?> RunAsync(Func<Uri> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.Run<Uri?>(work, cancellationToken);
    }
}

using OkSign.Emulator.Signing;

namespace OkSign.Emulator;

/// <summary>Plays the person who got a signing link.</summary>
public sealed class EmulatedSigner
{
    private readonly DocumentSigning _signing;
    private readonly string _token;

    internal EmulatedSigner(DocumentSigning signing, string token) => (_signing, _token) = (signing, token);

    /// <summary>Fills in the signer's fields and signs all signature fields of the signer.</summary>
    /// <param name="script">What the signer does; without one, signs with the first allowed method and pre-filled values.</param>
    /// <param name="cancellationToken">Cancels before anything is signed.</param>
    /// <exception cref="EmulatedSigningException">
    /// Signing is not possible: the document was removed, the signer has signed already or must wait for others, the method is not allowed,
    /// a value is missing or not valid, or the account has too few credits. Nothing has changed then.
    /// </exception>
    public Task SignAsync(SigningScript? script = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // On another thread: a signed copy of a large document takes a while.
        return Task.Run(() => _signing.Sign(_token, script ?? new SigningScript()), cancellationToken);
    }
}

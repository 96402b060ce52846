using System.Net;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator;

/// <summary>Plays the person who got a signing link.</summary>
public sealed class EmulatedSigner
{
    private readonly DocumentSigning _signing;
    private readonly DocumentRefusing _refusing;
    private readonly string _token;

    internal EmulatedSigner(DocumentSigning signing, DocumentRefusing refusing, string token)
        => (_signing, _refusing, _token) = (signing, refusing, token);

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

    /// <summary>
    /// Refuses to sign: all documents behind the link that the signer has not signed yet. It stands in the audit trail, and the signer cannot
    /// sign them any more.
    /// </summary>
    /// <param name="reason">Why: at most 1,000 characters.</param>
    /// <param name="cancellationToken">Cancels before anything is refused.</param>
    /// <exception cref="EmulatedSigningException">
    /// There is no reason, or nothing to refuse: the document was removed, or the signer has signed or refused already. Nothing has changed then.
    /// </exception>
    public Task RefuseAsync(string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        cancellationToken.ThrowIfCancellationRequested();
        _refusing.Refuse(_token, reason, IPAddress.Loopback);
        return Task.CompletedTask;
    }
}

namespace OkSign.Client.AspNetCore;

/// <summary>The address that OKdokument is to call, and the one that signers come back to.</summary>
/// <param name="Completion">For <c>SendInfoUrl</c>: called when a round has ended; has a secret in it.</param>
/// <param name="Result">For <c>ResultUrl</c>: where a signer's browser goes. The service does not tell it which request it is about: add what you need.</param>
public sealed record OkDokumentCallbackUrls(Uri Completion, Uri Result)
{
    /// <summary>Hides the secret.</summary>
    public override string ToString() => nameof(OkDokumentCallbackUrls);
}

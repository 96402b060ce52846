namespace OkSign.Client.AspNetCore;

/// <summary>What the service says to the claim that a document was signed.</summary>
/// <param name="Verdict"><see cref="Verdict.Handled"/> when it is so, else why not.</param>
/// <param name="Signatures">All signatures of the copy when it is so; the claimed one is among them.</param>
internal sealed record SignatureConfirmation(Verdict Verdict, IReadOnlyList<SignatureFacts> Signatures)
{
    private static readonly SignatureConfirmation NotSo = new(Verdict.NotSo, []);
    private static readonly SignatureConfirmation NotYet = new(Verdict.Pending, []);

    /// <summary>The document, when everybody has signed it.</summary>
    public CompletionFacts? Completion => Signatures is [.., { IsLast: true } last] ? CompletionFacts.Of(last) : null;

    /// <summary>Asks which copy belongs to which document (<c>Linkedlist.retrieve</c>), and who has signed it (<c>Metadata.retrieve</c>).</summary>
    /// <exception cref="OkSignException">The service cannot be asked.</exception>
    public static async Task<SignatureConfirmation> AskAsync(OkSignClient client, SignatureClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(client, claim, cancellationToken).ConfigureAwait(false);
        }
        catch (OkSignException refusal) when (refusal is OkSignNotFoundException or OkSignRejectedException)
        {
            return NotYet;
        }
    }

    private static async Task<SignatureConfirmation> LookAsync(OkSignClient client, SignatureClaim claim, CancellationToken cancellationToken)
    {
        LinkedDocument? linked = await LinkOf(client, claim, cancellationToken).ConfigureAwait(false);
        if (linked is null || !IsPair(linked, claim))
        {
            return NotSo;
        }

        // The copy may be seconds old, and not be listed yet.
        if (linked.SignedDocumentId is not { } signed || (claim.SignedDocumentId is { } claimed && claimed != signed))
        {
            return NotYet;
        }

        DocumentMetadata metadata = await client.Metadata.RetrieveAsync(signed, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SignatureFacts> signatures = SignaturesOf(linked.SourceDocumentId, signed, metadata, claim);
        return IsAmong(signatures, claim.Signer)
            ? new SignatureConfirmation(Verdict.Handled, signatures)
            : NotYet;
    }

    /// <summary>By the copy, because a document may have several; by the document when the service does not know the copy (yet).</summary>
    private static async Task<LinkedDocument?> LinkOf(OkSignClient client, SignatureClaim claim, CancellationToken cancellationToken)
        => claim.SignedDocumentId is { } signed && await client.Documents.RetrieveLinkedAsync(signed, cancellationToken).ConfigureAwait(false) is { } linked
            ? linked
            : claim.SourceDocumentId is { } source ? await client.Documents.RetrieveLinkedAsync(source, cancellationToken).ConfigureAwait(false) : null;

    private static bool IsPair(LinkedDocument linked, SignatureClaim claim)
        => claim.SourceDocumentId is not { } source || source == linked.SourceDocumentId;

    // Where the service does not say whose signatures they are, that there is one must do.
    private static bool IsAmong(IReadOnlyList<SignatureFacts> signatures, string? signer)
        => signatures.Any(signature => signer is null || signature.Signer is null || signature.Signer == signer);

    /// <summary>In order of time. The count is today's, so that only the latest signature has it.</summary>
    private static SignatureFacts[] SignaturesOf(SourceDocumentId source, SignedDocumentId signed, DocumentMetadata metadata, SignatureClaim claim)
    {
        SignatureFacts[] signatures =
        [
            .. metadata.Fields
                .Select(static field => field.Value?.Signature)
                .OfType<SignatureDetails>()
                .GroupBy(static signature => signature.SignerId)
                .Select(group => new SignatureFacts(
                    source.Value,
                    signed.Value,
                    group.Key?.Value ?? KnownSigner(metadata, claim),
                    metadata.FileName,
                    group.Max(static signature => signature.SignedAt),
                    Placed: null,
                    metadata.SignaturesRequired))
                .OrderBy(static signature => signature.SignedAt),
        ];
        if (signatures.Length > 0)
        {
            signatures[^1] = signatures[^1] with { Placed = metadata.SignaturesPlaced };
        }

        return signatures;
    }

    /// <summary>Whose signature it is said to be, when the service does not tell, and only if that is a signer of the document.</summary>
    private static string? KnownSigner(DocumentMetadata metadata, SignatureClaim claim)
        => metadata.Signers.Any(signer => signer.Id?.Value == claim.Signer) ? claim.Signer : null;
}

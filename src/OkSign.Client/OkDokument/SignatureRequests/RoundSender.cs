namespace OkSign.Client.OkDokument;

/// <summary>Sends a signature request, and finds out what became of it when no answer tells.</summary>
internal sealed class RoundSender(OkDokumentClient client, SignatureRequestId id)
{
    /// <param name="create">Sends it.</param>
    /// <param name="stored">The document, if it is not a new one.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    public async Task<SigningRound> SendAsync(
        Func<CancellationToken, Task<CreatedSignatureRequest>> create,
        StoredDocumentId? stored,
        CancellationToken cancellationToken)
    {
        CreatedSignatureRequest created;
        try
        {
            created = await create(cancellationToken).ConfigureAwait(false);
        }
        catch (OkSignException lost) when (lost.MayHaveReachedService)
        {
            if (await FindAsync(stored, cancellationToken).ConfigureAwait(false) is { } round)
            {
                return round;
            }

            throw;
        }

        StoredDocumentId documentId = stored ?? created.DocumentId ?? await FindDocumentAsync(cancellationToken).ConfigureAwait(false);
        return new SigningRound(client, created.Id, documentId, created.SigningUrl);
    }

    private async Task<SigningRound?> FindAsync(StoredDocumentId? stored, CancellationToken cancellationToken)
    {
        try
        {
            FoundSignatureRequest? found = await client.SignatureRequests.FindAsync(id, cancellationToken).ConfigureAwait(false);

            // Some other redirect, to a login say, is no sign of it.
            return found is { DocumentId: { } document }
                ? new SigningRound(client, id, stored ?? document, client.SigningUrlOf(id)) { WasFound = true }
                : null;
        }
        catch (OkSignException)
        {
            // The failure that led here matters more.
            return null;
        }
    }

    /// <summary>Older versions of the service do not answer with the document's id.</summary>
    private async Task<StoredDocumentId> FindDocumentAsync(CancellationToken cancellationToken)
    {
        OkSignException? reason = null;
        try
        {
            if (await client.SignatureRequests.FindAsync(id, cancellationToken).ConfigureAwait(false) is { DocumentId: { } document })
            {
                return document;
            }
        }
        catch (OkSignException failure)
        {
            // As it is, it would say of the look-up, and be taken for said of the request, that it never reached the service.
            reason = failure;
        }

        string name = RequestOperations.Create.Name;
        throw new OkSignUnexpectedContentException(
            $"{name}: the request was registered, and the service does not tell the id of its document.",
            new FailureFacts(name, Attempts: 1, MayHaveReachedService: true),
            reason);
    }
}

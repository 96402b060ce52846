namespace OkSign.Client.OkDokument;

/// <summary>Sends a signature request, and finds out what became of it when no answer tells.</summary>
/// <param name="client">The client.</param>
/// <param name="id">The id of the request.</param>
/// <param name="stored">The document, if it is not a new one.</param>
/// <param name="expiresAt">Until when the link works.</param>
internal sealed class RoundSender(OkDokumentClient client, SignatureRequestId id, StoredDocumentId? stored, DateTimeOffset expiresAt)
{
    /// <param name="create">Sends it.</param>
    /// <param name="wasTried">Whether it was sent before, so that it may be there.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    public async Task<SigningRound> SendAsync(
        Func<CancellationToken, Task<CreatedSignatureRequest>> create,
        bool wasTried,
        CancellationToken cancellationToken)
    {
        if (wasTried && await FindAsync(cancellationToken).ConfigureAwait(false) is { } present)
        {
            return present;
        }

        CreatedSignatureRequest created;
        try
        {
            created = await create(cancellationToken).ConfigureAwait(false);
        }
        catch (OkSignException lost) when (MayBeThere(lost, wasTried))
        {
            if (await FindAsync(cancellationToken).ConfigureAwait(false) is { } round)
            {
                return round;
            }

            throw;
        }

        StoredDocumentId document = stored ?? created.DocumentId ?? await FindDocumentAsync(created, cancellationToken).ConfigureAwait(false);
        return new SigningRound(client, created.Id, document, created.SigningUrl) { ExpiresAt = expiresAt };
    }

    // When nobody sent this request before, a conflict is with somebody else's.
    private static bool MayBeThere(OkSignException failure, bool wasTried)
        => failure.MayHaveReachedService && (wasTried || failure is not OkSignConflictException);

    private async Task<SigningRound?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            FoundSignatureRequest? found = await client.SignatureRequests.FindAsync(id, cancellationToken).ConfigureAwait(false);

            // The link of another document is another round's.
            return found is not null && (stored is null || stored == found.DocumentId)
                ? new SigningRound(client, id, found.DocumentId, client.SigningUrlOf(id)) { ExpiresAt = expiresAt, WasFound = true }
                : null;
        }
        catch (OkSignException)
        {
            // The failure that led here matters more.
            return null;
        }
    }

    /// <summary>Older versions of the service do not answer with the document's id.</summary>
    private async Task<StoredDocumentId> FindDocumentAsync(CreatedSignatureRequest created, CancellationToken cancellationToken)
    {
        Exception? cause = null;
        try
        {
            if (await client.SignatureRequests.FindAsync(created.Id, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found.DocumentId;
            }
        }
        catch (Exception exception) when (exception is OkSignException or OperationCanceledException)
        {
            cause = exception;
        }

        throw new OkDokumentIncompleteRoundException(created.Id, created.SigningUrl, cause);
    }
}

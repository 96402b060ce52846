namespace OkSign.Client;

/// <summary>Looks at one document until everybody has signed it: by the linked document and the metadata, which have no three-minute rule.</summary>
internal sealed class SigningWatch(OkSignClient client, SourceDocumentId document, WaitOptions options, TimeProvider timeProvider)
{
    private SignedDocumentId? _signedId;
    private SigningProgress _progress = new(0, null);

    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public Task<SignedDocument> WaitAsync(CancellationToken cancellationToken)
        => options.ToWait(timeProvider).UntilAsync(LookAsync, $"The document {document} was not signed by everybody", cancellationToken);

    /// <summary>One look. Failures that pass are told and waited out; a document that is gone, or a key that is wrong, ends waiting.</summary>
    private async Task<SignedDocument?> LookAsync(CancellationToken cancellationToken)
    {
        SignedDocument? signed = null;
        try
        {
            _progress = _progress with { Failure = null };
            _signedId ??= await FindSignedIdAsync(cancellationToken).ConfigureAwait(false);
            if (_signedId is { } id)
            {
                DocumentMetadata metadata = await client.Metadata.RetrieveAsync(id, cancellationToken).ConfigureAwait(false);
                _progress = ProgressOf(id, metadata);
                signed = _progress.IsComplete ? new SignedDocument(client, document, id, metadata) : null;
            }
        }
        catch (OkSignException failure) when (failure is OkSignTransportException or OkSignRateLimitException)
        {
            _progress = _progress with { Failure = failure };
        }

        options.Progress?.Report(_progress);
        return signed;
    }

    private async Task<SignedDocumentId?> FindSignedIdAsync(CancellationToken cancellationToken)
    {
        LinkedDocument? linked = await client.Documents.RetrieveLinkedAsync(document, cancellationToken).ConfigureAwait(false);
        return linked is not null
            ? linked.SignedDocumentId
            : throw new OkSignNotFoundException("Linkedlist.retrieve", $"Linkedlist.retrieve: the service does not know the document {document} (any more).");
    }

    /// <summary>The service's counts or, where it gives none, those of the signature fields.</summary>
    private static SigningProgress ProgressOf(SignedDocumentId id, DocumentMetadata metadata)
    {
        MetadataField[] signatures = [.. metadata.Fields.Where(static field => field.InputType == InputType.Signature)];
        return new SigningProgress(
            metadata.SignaturesPlaced ?? signatures.Count(static field => field.Value is not null),
            metadata.SignaturesRequired ?? (signatures.Length > 0 ? signatures.Length : null))
        {
            SignedDocumentId = id,
        };
    }
}

namespace OkSign.Client;

/// <summary>Looks at one document until everybody has signed it: by the linked document and the metadata, which have no three-minute rule.</summary>
internal sealed class SigningWatch(OkSignClient client, SourceDocumentId document, WaitOptions options, TimeProvider timeProvider)
{
    private const double Growth = 1.5;

    private SignedDocumentId? _signedId;
    private SigningProgress _progress = new(0, null);

    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public async Task<SignedDocument> WaitAsync(CancellationToken cancellationToken)
    {
        long start = timeProvider.GetTimestamp();
        TimeSpan pause = options.Interval;
        while (true)
        {
            if (await LookAsync(cancellationToken).ConfigureAwait(false) is { } signed)
            {
                return signed;
            }

            await PauseAsync(pause, timeProvider.GetElapsedTime(start), cancellationToken).ConfigureAwait(false);
            pause = Min(TimeSpan.FromTicks((long)(pause.Ticks * Growth)), options.LongestInterval);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

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

    private async Task PauseAsync(TimeSpan pause, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        TimeSpan left = options.TimeLimit is { } limit ? limit - elapsed : TimeSpan.MaxValue;
        if (left <= TimeSpan.Zero)
        {
            throw new TimeoutException($"The document {document} was not signed by everybody within {options.TimeLimit}.");
        }

        await Task.Delay(Min(pause, left), timeProvider, cancellationToken).ConfigureAwait(false);
    }
}

namespace OkSign.Client.OkDokument;

/// <summary>Looks at one document until the signer is done with it.</summary>
internal sealed class RoundWatch(OkDokumentClient client, StoredDocumentId document, RoundWaitOptions options)
{
    private RoundProgress _progress = new(State: null);

    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public Task<FinishedRound> WaitAsync(TimeProvider timeProvider, CancellationToken cancellationToken)
        => options.ToWait(timeProvider).UntilAsync(LookAsync, "The round did not end", cancellationToken);

    /// <summary>One look. Failures that pass are told and waited out; a document that is gone, or a key that is wrong, ends waiting.</summary>
    private async Task<FinishedRound?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            StoredDocument info = await client.Documents.RetrieveInfoAsync(document, cancellationToken).ConfigureAwait(false);
            _progress = new RoundProgress(info.State);
        }
        catch (OkSignException failure) when (failure is OkSignTransportException or OkSignRateLimitException)
        {
            _progress = _progress with { Failure = failure };
        }

        options.Progress?.Report(_progress);
        return _progress is { Failure: null, State: { IsFinal: true } state } ? new FinishedRound(client, document, state) : null;
    }
}

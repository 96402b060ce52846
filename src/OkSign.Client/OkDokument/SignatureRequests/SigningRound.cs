namespace OkSign.Client.OkDokument;

/// <summary>A round of signing that was sent.</summary>
public class SigningRound
{
    private readonly OkDokumentClient _client;

    /// <summary>Puts it together, in your own tests for one.</summary>
    /// <param name="client">The client that waits.</param>
    /// <param name="id">The signature request.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="signingUrl">The signing link.</param>
    public SigningRound(OkDokumentClient client, SignatureRequestId id, StoredDocumentId documentId, Uri signingUrl)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(signingUrl);
        (_client, Id, DocumentId, SigningUrl) = (client, id, documentId, signingUrl);
    }

    /// <summary>The id of the signature request.</summary>
    public SignatureRequestId Id { get; }

    /// <summary>
    /// The document's id. Store it: with it, waiting goes on after a restart (<see cref="OkDokumentClient.WaitUntilFinishedAsync"/>).
    /// </summary>
    public StoredDocumentId DocumentId { get; }

    /// <summary>The link that opens the document to be signed. Who has it can sign.</summary>
    public Uri SigningUrl { get; }

    /// <summary>Until when the link works, by this machine's clock; null where that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Whether the service's answer was lost and the request was found afterwards. <see cref="SigningUrl"/> is then made of the id, as the service
    /// makes it.
    /// </summary>
    public bool WasFound { get; init; }

    /// <summary>Waits until the signer is done. See <see cref="OkDokumentClient.WaitUntilFinishedAsync"/>.</summary>
    /// <param name="cancellationToken">Ends waiting.</param>
    public Task<FinishedRound> WaitUntilFinishedAsync(CancellationToken cancellationToken)
        => WaitUntilFinishedAsync(options: null, cancellationToken);

    /// <summary>
    /// Waits until the signer is done, or the link has expired. See <see cref="OkDokumentClient.WaitUntilFinishedAsync"/>.
    /// </summary>
    /// <param name="options">How often to ask, how long to wait, whom to tell.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="TimeoutException">
    /// The time limit passed: that of the options or, unless it is set, some minutes after <see cref="ExpiresAt"/>.
    /// </exception>
    public virtual Task<FinishedRound> WaitUntilFinishedAsync(RoundWaitOptions? options = null, CancellationToken cancellationToken = default)
        => _client.WaitUntilFinishedAsync(DocumentId, Limited(options ?? new RoundWaitOptions()), cancellationToken);

    /// <summary>Revokes the request: its link does not work any more. The document stays.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task RevokeAsync(CancellationToken cancellationToken = default) => _client.SignatureRequests.DeleteAsync(Id, cancellationToken);

    /// <summary>Begins another round of signing of the same document, for when this one is over.</summary>
    public virtual SigningRoundBuilder NextRound() => _client.NextRound(DocumentId);

    /// <summary>The name of the type only: who has the link can sign.</summary>
    public sealed override string ToString() => nameof(SigningRound);

    private RoundWaitOptions Limited(RoundWaitOptions options)
    {
        // Clocks differ, and who opened the link in time may still be signing.
        var grace = TimeSpan.FromMinutes(30);
        return options.TimeLimit is null && ExpiresAt - _client.Now() + grace is { } limit
            ? options with { TimeLimit = limit > TimeSpan.Zero ? limit : TimeSpan.Zero }
            : options;
    }
}

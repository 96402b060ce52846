namespace OkSign.Client;

/// <summary>A document that was sent to be signed.</summary>
public class SignatureRequest
{
    private readonly OkSignClient _client;

    /// <summary>Puts it together, in your own tests for one.</summary>
    /// <param name="client">The client that waits for the signatures.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="signers">The signers.</param>
    public SignatureRequest(OkSignClient client, SourceDocumentId documentId, IReadOnlyList<RequestedSigner> signers)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(signers);
        _client = client;
        DocumentId = documentId;
        Signers = signers;
    }

    /// <summary>
    /// The document's id. Store it: with it, waiting goes on after a restart (<see cref="OkSignClient.WaitUntilSignedAsync"/>).
    /// </summary>
    public SourceDocumentId DocumentId { get; }

    /// <summary>The signers who got a link, in the order of the request.</summary>
    public IReadOnlyList<RequestedSigner> Signers { get; }

    /// <summary>Waits until everybody has signed. See <see cref="OkSignClient.WaitUntilSignedAsync"/>.</summary>
    /// <param name="cancellationToken">Ends waiting.</param>
    public Task<SignedDocument> WaitUntilSignedAsync(CancellationToken cancellationToken)
        => WaitUntilSignedAsync(options: null, cancellationToken);

    /// <summary>Waits until everybody has signed. See <see cref="OkSignClient.WaitUntilSignedAsync"/>.</summary>
    /// <param name="options">How often to ask, how long to wait, whom to tell.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public virtual Task<SignedDocument> WaitUntilSignedAsync(WaitOptions? options = null, CancellationToken cancellationToken = default)
        => _client.WaitUntilSignedAsync(DocumentId, options, cancellationToken);
}

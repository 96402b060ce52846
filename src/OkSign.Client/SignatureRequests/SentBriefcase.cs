namespace OkSign.Client;

/// <summary>Documents that were sent to be signed together.</summary>
public class SentBriefcase
{
    private readonly OkSignClient _client;

    /// <summary>Puts it together, in your own tests for one.</summary>
    /// <param name="client">The client that waits for the signatures.</param>
    /// <param name="token">The briefcase.</param>
    /// <param name="documents">The documents, in the order of the requests.</param>
    /// <param name="signers">The signers.</param>
    public SentBriefcase(OkSignClient client, BriefcaseToken token, IReadOnlyList<SourceDocumentId> documents, IReadOnlyList<RequestedSigner> signers)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(signers);
        (_client, Token, Documents, Signers) = (client, token, documents, signers);
    }

    /// <summary>The briefcase's token, to retrieve or remove it.</summary>
    public BriefcaseToken Token { get; }

    /// <summary>The ids of the documents, in the order of the requests. Store them: with them, waiting goes on after a restart.</summary>
    public IReadOnlyList<SourceDocumentId> Documents { get; }

    /// <summary>The signers, each with one link for all documents. Empty when the service did not tell the links.</summary>
    public IReadOnlyList<RequestedSigner> Signers { get; }

    /// <summary>Waits until everybody has signed everything. See <see cref="OkSignClient.WaitUntilSignedAsync"/>.</summary>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The signed documents, in the order of <see cref="Documents"/>.</returns>
    public Task<IReadOnlyList<SignedDocument>> WaitUntilSignedAsync(CancellationToken cancellationToken)
        => WaitUntilSignedAsync(options: null, cancellationToken);

    /// <summary>Waits until everybody has signed everything. See <see cref="OkSignClient.WaitUntilSignedAsync"/>.</summary>
    /// <param name="options">How often to ask, how long to wait for each document, whom to tell.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The signed documents, in the order of <see cref="Documents"/>.</returns>
    public virtual async Task<IReadOnlyList<SignedDocument>> WaitUntilSignedAsync(
        WaitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        List<SignedDocument> signed = [];
        foreach (SourceDocumentId document in Documents)
        {
            signed.Add(await _client.WaitUntilSignedAsync(document, options, cancellationToken).ConfigureAwait(false));
        }

        return signed;
    }
}

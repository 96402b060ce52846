namespace OkSign.Client.OkDokument;

/// <summary>A round of signing that the signer is done with.</summary>
public class FinishedRound
{
    private readonly OkDokumentClient _client;

    /// <summary>Puts it together, in your own tests for one.</summary>
    /// <param name="client">The client that downloads.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="state">How it ended.</param>
    public FinishedRound(OkDokumentClient client, StoredDocumentId documentId, StoredDocumentState state)
    {
        ArgumentNullException.ThrowIfNull(client);
        (_client, DocumentId, State) = (client, documentId, state);
    }

    /// <summary>The document.</summary>
    public StoredDocumentId DocumentId { get; }

    /// <summary>
    /// How it ended. <see cref="StoredDocumentState.ErrorSendInfo"/> says that the call to tell you failed, and not whether it was signed before that:
    /// only the document itself shows it.
    /// </summary>
    public StoredDocumentState State { get; }

    /// <summary>Whether it was signed, as far as the service tells.</summary>
    public bool IsSigned => State == StoredDocumentState.Signed;

    /// <summary>Whether the signer cancelled.</summary>
    public bool IsCanceled => State == StoredDocumentState.Canceled;

    /// <summary>
    /// Whether it ended without the service telling how: the call to tell you failed. Download the document and look; it is deleted after
    /// <see cref="OkDokumentLimits.SignedRetention"/> if it was signed.
    /// </summary>
    public bool IsUncertain => State == StoredDocumentState.ErrorSendInfo;

    /// <summary>Saves the document. The file is there when it is whole, and not before.</summary>
    /// <param name="path">Where to; a file that is there is replaced.</param>
    /// <param name="cancellationToken">Cancels the download; nothing is left behind.</param>
    /// <exception cref="OkSignException">The download failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public virtual async Task DownloadAsync(string path, CancellationToken cancellationToken = default)
    {
        using PdfDownload pdf = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await pdf.SaveAsAsync(path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the document as a stream; dispose it.</summary>
    /// <param name="cancellationToken">Cancels the call up to the moment when the download begins.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<PdfDownload> OpenAsync(CancellationToken cancellationToken = default)
        => _client.Documents.DownloadAsync(DocumentId, cancellationToken);

    /// <summary>Deletes the document at the service, which is no archive.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task DeleteAsync(CancellationToken cancellationToken = default)
        => _client.Documents.DeleteAsync(DocumentId, cancellationToken);

    /// <summary>Begins another round of signing of the same document.</summary>
    /// <exception cref="InvalidOperationException">
    /// The signer cancelled. <see cref="OkDokumentClient.NextRound"/> begins a round all the same, if that is what you want.
    /// </exception>
    public virtual SigningRoundBuilder NextRound()
        => IsCanceled ? throw new InvalidOperationException("The signer cancelled this round.") : _client.NextRound(DocumentId);
}

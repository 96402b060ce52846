namespace OkSign.Client;

/// <summary>A document that everybody has signed.</summary>
public class SignedDocument
{
    private readonly OkSignClient _client;

    /// <summary>Puts it together, in your own tests for one.</summary>
    /// <param name="client">The client that downloads.</param>
    /// <param name="sourceId">The document as it was uploaded.</param>
    /// <param name="id">The signed copy.</param>
    /// <param name="metadata">What was filled in and signed.</param>
    public SignedDocument(OkSignClient client, SourceDocumentId sourceId, SignedDocumentId id, DocumentMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(metadata);
        (_client, SourceId, Id, Metadata) = (client, sourceId, id, metadata);
    }

    /// <summary>The id of the document as it was uploaded.</summary>
    public SourceDocumentId SourceId { get; }

    /// <summary>The id of the signed copy.</summary>
    public SignedDocumentId Id { get; }

    /// <summary>What was filled in and signed, by whom, when and how.</summary>
    public DocumentMetadata Metadata { get; }

    /// <summary>Saves the signed PDF (<c>Document.retrieve</c>). The file is there when it is whole, and not before.</summary>
    /// <param name="path">Where to; a file that is there is replaced.</param>
    /// <param name="cancellationToken">Cancels the download; nothing is left behind.</param>
    /// <exception cref="OkSignException">The download failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public virtual Task DownloadAsync(string path, CancellationToken cancellationToken = default)
        => SaveAsync(_client.Documents.RetrieveAsync(Id, cancellationToken), path, cancellationToken);

    /// <summary>Opens the signed PDF as a stream (<c>Document.retrieve</c>); dispose it.</summary>
    /// <param name="cancellationToken">Cancels the call up to the moment when the download begins.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<PdfDownload> OpenAsync(CancellationToken cancellationToken = default) => _client.Documents.RetrieveAsync(Id, cancellationToken);

    /// <summary>Saves the audit trail report (<c>Audittrail.retrieve</c>): the legal evidence.</summary>
    /// <param name="path">Where to; a file that is there is replaced.</param>
    /// <param name="cancellationToken">Cancels the download; nothing is left behind.</param>
    /// <exception cref="OkSignException">The download failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public virtual Task DownloadAuditTrailAsync(string path, CancellationToken cancellationToken = default)
        => SaveAsync(_client.AuditTrail.RetrieveAsync(Id, cancellationToken), path, cancellationToken);

    private static async Task SaveAsync(Task<PdfDownload> opening, string path, CancellationToken cancellationToken)
    {
        using PdfDownload pdf = await opening.ConfigureAwait(false);
        await pdf.SaveAsAsync(path, cancellationToken).ConfigureAwait(false);
    }
}

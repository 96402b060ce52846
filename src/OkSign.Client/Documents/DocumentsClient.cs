namespace OkSign.Client;

/// <summary>Documents: upload them, see what became of them, download and remove them.</summary>
/// <remarks>OKSign services <c>Document.*</c>, <c>Documents.*</c> and <c>Linkedlist.retrieve</c>; see docs/wire-evidence.md.</remarks>
public class DocumentsClient
{
    private readonly IDocumentsApi _api;
    private readonly OperationRunner _run;
    private readonly long _maxDocumentSize;
    private readonly TimeProvider _timeProvider;

    internal DocumentsClient(IDocumentsApi api, OperationRunner run, long maxDocumentSize, TimeProvider timeProvider)
        => (_api, _run, _maxDocumentSize, _timeProvider) = (api, run, maxDocumentSize, timeProvider);

    /// <summary>For mocking.</summary>
    protected DocumentsClient() => (_api, _run, _timeProvider) = (null!, null!, null!);

    /// <summary>Uploads a PDF or Word document (<c>Document.upload</c>, <c>POST /v1/document/upload</c>).</summary>
    /// <remarks>
    /// <para>The document is streamed, never held in memory. Word documents become PDFs on the service's side. The service takes
    /// three uploads a second.</para>
    /// <para>The wire has room for an ASCII name only, so <c>Überlassung – 2026.pdf</c> travels as <c>Uberlassung - 2026.pdf</c>;
    /// put the real name in <see cref="FormDescriptor.FileName"/>.</para>
    /// <para>An upload is repeated only when the service surely has nothing of it. When its answer was lost
    /// (<see cref="OkSignException.MayHaveReachedService"/>), <see cref="FindRecentUploadAsync"/> tells whether it is there.</para>
    /// </remarks>
    /// <param name="file">The document, at most <see cref="ServiceClientOptions.MaxDocumentSize"/> bytes (10 MB).</param>
    /// <param name="cancellationToken">Cancels the upload; the service drops what it has of it.</param>
    /// <returns>The document's id, needed for everything that follows.</returns>
    /// <exception cref="ArgumentException">
    /// The file is neither a PDF nor a Word document, or its content is another than its name says, or it is too large, or its stream is
    /// used up or in use by another upload. Nothing was sent.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read (any more). Nothing was sent.</exception>
    /// <exception cref="ObjectDisposedException">The stream was disposed of. Nothing was sent.</exception>
    /// <exception cref="OkSignException">The upload failed.</exception>
    public virtual async Task<SourceDocumentId> UploadAsync(OkSignFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.ThrowIfNoDocument(nameof(file));
        if (file.Length > _maxDocumentSize)
        {
            throw new ArgumentException(
                $"{file.Name} has {file.Length} bytes; the service takes at most {_maxDocumentSize}.",
                nameof(file));
        }

        using FileContent content = file.OpenContent(nameof(file));
        return await _run.ReadAsync(
            DocumentsOperations.Upload,
            (call, token) => _api.UploadAsync(file.AsciiName, content, call, token),
            DocumentsJson.Shared.SourceDocumentId,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells whether the service has a document (<c>Document.exists</c>, <c>GET /v1/document/exists</c>).</summary>
    /// <param name="document">Its source or signed id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Its name and whether it is a template; null when the service says that it does not exist.</returns>
    /// <exception cref="OkSignException">The call failed, which does not mean that the document does not exist.</exception>
    public virtual async Task<DocumentInfo?> ExistsAsync(DocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        try
        {
            return await _run.ReadAsync(
                DocumentsOperations.Exists,
                (call, token) => _api.ExistsAsync(document, call, token),
                DocumentsJson.Shared.DocumentInfo,
                cancellationToken).ConfigureAwait(false);
        }
        catch (OkSignNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Downloads a document (<c>Document.retrieve</c>, <c>GET /v1/document/retrieve</c>).</summary>
    /// <param name="document">The signed id for the signed copy, the source id for the document as uploaded.</param>
    /// <param name="cancellationToken">Cancels the call up to the moment when the download begins.</param>
    /// <returns>The PDF as a stream; dispose it.</returns>
    /// <exception cref="OkSignNotFoundException">No such document.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<PdfDownload> RetrieveAsync(DocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.DownloadAsync(
            DocumentsOperations.Retrieve,
            (call, token) => _api.RetrieveAsync(document, call, token),
            cancellationToken);
    }

    /// <summary>Removes a document for good, its signed copy too (<c>Document.remove</c>, <c>DELETE /v1/document/remove</c>).</summary>
    /// <param name="document">Its source or signed id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignTooSoonException">
    /// The service still sends the notifications of a signature, and did so for all of <see cref="OkSignRetryOptions.Budget"/>: the call waits
    /// and asks again.
    /// </exception>
    /// <exception cref="OkSignNotFoundException">No such document (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task RemoveAsync(DocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.ExecuteAsync(
            DocumentsOperations.Remove,
            (call, token) => _api.RemoveAsync(document, call, token),
            cancellationToken);
    }

    /// <summary>
    /// Lists what the account's <em>Active documents</em> tab shows (<c>Documents.active</c>, <c>GET /v1/documents/active</c>).
    /// </summary>
    /// <remarks>The service allows one call in three minutes, and gives everything at once: there are no pages.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignRateLimitException">Called again within three minutes; known beforehand, so nothing was sent.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<ActiveDocument>> ListActiveAsync(CancellationToken cancellationToken = default)
        => _run.ListAsync(
            DocumentsOperations.ListActive,
            _api.ListActiveAsync,
            DocumentsJson.Shared.IReadOnlyListActiveDocument,
            cancellationToken);

    /// <summary>
    /// Finds out what became of an upload whose answer was lost (<c>Documents.active</c>, <c>GET /v1/documents/active</c>), so that a document is
    /// not sent twice.
    /// </summary>
    /// <remarks>
    /// The service allows one call in three minutes. It tells documents by their names only, and its clock may differ from this machine's: five
    /// minutes before <paramref name="since"/> count, too. Names are compared as the wire has them, without letter case and extension.
    /// </remarks>
    /// <param name="fileName">The name that the file was uploaded with.</param>
    /// <param name="since">When the upload began.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The documents that it may be, the newest first. None: nothing arrived, and the document can be sent. Several: the name was uploaded
    /// several times, and a person should look.
    /// </returns>
    /// <exception cref="ArgumentException">This is not a file name.</exception>
    /// <exception cref="OkSignRateLimitException">The list was asked for within the last three minutes; nothing was sent.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual async Task<IReadOnlyList<ActiveDocument>> FindRecentUploadAsync(
        string fileName,
        DateTimeOffset since,
        CancellationToken cancellationToken = default)
    {
        WireFileName.Require(fileName);
        return RecentUploads.Find(await ListActiveAsync(cancellationToken).ConfigureAwait(false), fileName, since);
    }

    /// <summary>Lists the signatures placed in a window of time (<c>Documents.signed</c>, <c>GET /v1/documents/signed</c>).</summary>
    /// <remarks>
    /// Only documents that were uploaded through the API. The service allows one call in three minutes and wants short windows.
    /// </remarks>
    /// <param name="from">The window's start; sent in whole seconds, rounded down.</param>
    /// <param name="until">The window's end, not before its start; sent in whole seconds, rounded up.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One entry for each signature; empty when nothing was signed.</returns>
    /// <exception cref="ArgumentException">The window ends before it starts.</exception>
    /// <exception cref="OkSignRateLimitException">Called again within three minutes; known beforehand, so nothing was sent.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<SigningEvent>> ListSignedAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default)
        => ListSignedAsync(DocumentsOperations.ListSigned, from, until, cancellationToken);

    /// <summary>
    /// Reports every signature as it comes in, once, by asking <c>Documents.signed</c> every three minutes for what is new since a checkpoint.
    /// </summary>
    /// <remarks>
    /// <para>Store the text of <see cref="SignedFeedItem.Checkpoint"/> after each item, and go on from there after a restart: nothing is
    /// repeated, nothing skipped. When the last text was lost, what followed the stored one is reported again.</para>
    /// <para>Windows overlap by <see cref="SignedFeedOptions.ClockTolerance"/> and <see cref="SignedFeedOptions.Latency"/>, so that neither a
    /// wrong clock nor a signature that appears late is missed. A signature is told by its document, signer and time; two that are alike in
    /// these are two when one answer has both. Each answer is reported in order of the signatures' times.</para>
    /// <para>Server errors, lost connections, answers that are not the service's, and too many calls (HTTP 429) are waited out: they show as
    /// <see cref="SignedFeedItem.Failure"/>, and the window stays open. Other failures end the enumeration with their exception. Every call
    /// brings an item, so that progress can be stored when nothing is signed, too.</para>
    /// <para>One enumeration at a time: the service counts the calls of the account.</para>
    /// </remarks>
    /// <param name="checkpoint">Where to go on, or <see cref="SignedFeedCheckpoint.StartingAt"/>.</param>
    /// <param name="options">How to ask; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>An enumeration without end.</returns>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    /// <exception cref="OkSignAuthenticationException">The credentials are not accepted (any more).</exception>
    /// <exception cref="OkSignException">The service refuses the call.</exception>
    public virtual IAsyncEnumerable<SignedFeedItem> WatchSignedAsync(
        SignedFeedCheckpoint checkpoint,
        SignedFeedOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        options ??= new SignedFeedOptions();
        options.Check(nameof(options));

        // A repeated call would come within the three minutes.
        Operation once = DocumentsOperations.ListSigned with { IsRepeatable = false };
        var feed = new SignedFeed((from, until, token) => ListSignedAsync(once, from, until, token), options, _timeProvider);
        return feed.AfterAsync(checkpoint, cancellationToken);
    }

    /// <summary>
    /// Finds the signed copy of a source document, or the source of a signed one (<c>Linkedlist.retrieve</c>, <c>GET
    /// /v1/linkedlist/retrieve</c>).
    /// </summary>
    /// <param name="document">Its source or signed id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Both ids, the signed one null until the first signature; null when the service does not know the document (any more).
    /// </returns>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<LinkedDocument?> RetrieveLinkedAsync(DocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.ReadOrNullAsync(
            DocumentsOperations.RetrieveLinked,
            (call, token) => _api.RetrieveLinkedAsync(document, call, token),
            DocumentsJson.Shared.LinkedDocument,
            cancellationToken);
    }

    private Task<IReadOnlyList<SigningEvent>> ListSignedAsync(
        Operation operation,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        var window = new WireWindow(from, until);
        return _run.ListAsync(
            operation,
            (call, token) => _api.ListSignedAsync(window.Start, window.End, call, token),
            DocumentsJson.Shared.IReadOnlyListSigningEvent,
            cancellationToken);
    }
}

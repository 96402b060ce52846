using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>Stored documents: upload them without a signature request, see what became of them, download and delete them.</summary>
/// <remarks>
/// OKdokument is no archive: a signed document goes after <see cref="OkDokumentLimits.SignedRetention"/>, one that nobody signed after
/// <see cref="OkDokumentLimits.UnsignedRetention"/>. Facts and their confidence: docs/okdokument-wire-evidence.md.
/// </remarks>
public class OkDokumentDocumentsClient
{
    private readonly IStorageApi _api;
    private readonly IRequestsApi _requests;
    private readonly OperationRunner _run;
    private readonly long _maxDocumentSize;

    internal OkDokumentDocumentsClient(IStorageApi api, IRequestsApi requests, OperationRunner run, long maxDocumentSize)
        => (_api, _requests, _run, _maxDocumentSize) = (api, requests, run, maxDocumentSize);

    /// <summary>For mocking.</summary>
    protected OkDokumentDocumentsClient() => (_api, _requests, _run) = (null!, null!, null!);

    /// <summary>
    /// Stores a document without registering a signature request (operation 3.6, <c>POST /JSON/document</c>), as base64 in JSON. It is made while the
    /// file goes out: nothing of the file is held in memory. Costs no credit.
    /// </summary>
    /// <param name="file">A PDF, or a Word or Excel file that becomes one, at most <see cref="ServiceClientOptions.MaxDocumentSize"/> bytes (10 MB).</param>
    /// <param name="state">
    /// What to do with it: <see cref="StoredDocumentState.ToSign"/> unless given, <see cref="StoredDocumentState.Tags"/> or <see cref="StoredDocumentState.ToStamp"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The document's id, for <see cref="OkDokumentSignatureRequestsClient.CreateForStoredAsync"/>.</returns>
    /// <exception cref="OkSignInputException">The file is of a wrong type or too large, or the state is not one for an upload. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The file's stream is used up or in use. Nothing was sent.</exception>
    /// <exception cref="IOException">The file cannot be read (any more). Nothing was sent.</exception>
    /// <exception cref="OkSignException">The upload failed.</exception>
    public virtual async Task<StoredDocumentId> UploadAsync(
        OkSignFile file,
        StoredDocumentState? state = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        FileRules.ThrowIfBroken(file, state, _maxDocumentSize, isMultipart: false, nameof(file));
        var json = FileInJson.Of(marker => JsonSerializer.SerializeToUtf8Bytes(
            new StorageBody { FileName = file.Name, State = state ?? StoredDocumentState.ToSign, File = new Base64File { Content = marker } },
            StorageJson.Shared.StorageBody));
        using var content = new Base64FileContent(json, file.OpenSource(nameof(file)));
        return await StoreAsync(
            StorageOperations.Upload,
            (call, token) => _api.UploadAsync(content, call, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Stores a document without registering a signature request, as a multipart form (<c>POST /JSON/upload</c> with the request id <c>off</c>): a
    /// quarter less to send. Costs no credit.
    /// </summary>
    /// <remarks>Part of the service's documentation of this is not known; what it answers is concluded from <see cref="UploadAsync"/>.</remarks>
    /// <param name="file">A PDF, at most <see cref="ServiceClientOptions.MaxDocumentSize"/> bytes (10 MB).</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The document's id.</returns>
    /// <exception cref="OkSignInputException">The file is of a wrong type or too large. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The file's stream is used up or in use. Nothing was sent.</exception>
    /// <exception cref="IOException">The file cannot be read (any more). Nothing was sent.</exception>
    /// <exception cref="OkSignException">The upload failed.</exception>
    public virtual async Task<StoredDocumentId> UploadMultipartAsync(OkSignFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        FileRules.ThrowIfBroken(file, state: null, _maxDocumentSize, isMultipart: true, nameof(file));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new StorageOnlyBody(), StorageJson.Shared.StorageOnlyBody);
        using MultipartFileContent content = MultipartForm.Of(json, file);
        return await StoreAsync(
            RequestOperations.Upload,
            (call, token) => _requests.UploadAsync(content, call, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a document, signed or not (operation 2.6, <c>GET /JSON/document/{documentId}</c>).</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels the call up to the moment when the download begins.</param>
    /// <returns>The PDF as a stream; dispose it.</returns>
    /// <exception cref="OkSignNotFoundException">No such document (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<PdfDownload> DownloadAsync(StoredDocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.DownloadAsync(StorageOperations.Download, (call, token) => _api.DownloadAsync(document, call, token), cancellationToken);
    }

    /// <summary>Deletes a document for good (operation 2.7, <c>DELETE /JSON/document/{documentId}</c>).</summary>
    /// <remarks>What becomes of a signature request that is still open for it is not known.</remarks>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such document (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task DeleteAsync(StoredDocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.ExecuteAsync(StorageOperations.Delete, (call, token) => _api.DeleteAsync(document, call, token), cancellationToken);
    }

    /// <summary>Lists the documents of the key (operation 3.1, <c>GET /JSON/list/flat</c>). The service gives all at once: there are no pages.</summary>
    /// <param name="state">Only documents in this state; all unless given.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<StoredDocument>> ListAsync(StoredDocumentState? state = null, CancellationToken cancellationToken = default)
    {
        const string All = "*";
        string wanted = state is { } one ? one.ToString() : All;
        Arguments.ThrowIfDefault(wanted, nameof(state), "The state");
        return _run.ListAsync(
            StorageOperations.List,
            (call, token) => _api.ListAsync(wanted, call, token),
            StorageJson.Shared.IReadOnlyListStoredDocument,
            cancellationToken);
    }

    /// <summary>Tells about a document, above all its state (operation 3.2, <c>GET /JSON/document/metadata/{documentId}</c>).</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such document (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<StoredDocument> RetrieveInfoAsync(StoredDocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.ReadAsync(
            StorageOperations.RetrieveInfo,
            (call, token) => _api.RetrieveInfoAsync(document, call, token),
            StorageJson.Shared.StoredDocument,
            cancellationToken);
    }

    private Task<StoredDocumentId> StoreAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
        => _run.ReadAsync(
            operation,
            send,
            StorageJson.Shared.StoredAnswer,
            static answer => answer.DocumentId ?? answer.Result ?? throw new JsonException("The answer has no id."),
            cancellationToken);
}

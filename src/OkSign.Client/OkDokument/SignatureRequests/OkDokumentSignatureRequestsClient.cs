using System.Net;
using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>Signature requests: each is one round of signing of one document, has a link of its own and costs a credit.</summary>
/// <remarks>Facts and their confidence: docs/okdokument-wire-evidence.md.</remarks>
public class OkDokumentSignatureRequestsClient
{
    private readonly IRequestsApi _api;
    private readonly OperationRunner _run;
    private readonly OkDokumentWireProfile _wire;
    private readonly long _maxDocumentSize;
    private readonly TimeProvider _timeProvider;

    internal OkDokumentSignatureRequestsClient(IRequestsApi api, OperationRunner run, OkDokumentClientOptions options, TimeProvider timeProvider)
        => (_api, _run, _wire, _maxDocumentSize, _timeProvider) = (api, run, options.Wire, options.MaxDocumentSize, timeProvider);

    /// <summary>For mocking.</summary>
    protected OkDokumentSignatureRequestsClient() => (_api, _run, _wire, _timeProvider) = (null!, null!, null!, null!);

    /// <summary>
    /// Uploads a document and registers the first round of signing (operation 2.2, <c>POST /JSON/signatureRequest</c>). The file goes as base64 in
    /// JSON, made while it goes out: nothing of it is held in memory. Costs a credit.
    /// </summary>
    /// <remarks>
    /// Repeated only when the service surely has nothing of it. When the answer was lost (<see cref="OkSignException.MayHaveReachedService"/>),
    /// <see cref="FindAsync"/> tells whether the request waits to be signed, if you chose its id. <see cref="OkDokumentClient.NewSignatureRequest"/> does that by itself.
    /// </remarks>
    /// <param name="file">A PDF, or a Word or Excel file that becomes one, at most <see cref="ServiceClientOptions.MaxDocumentSize"/> bytes (10 MB).</param>
    /// <param name="settings">What there is to say of the round.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <exception cref="OkSignInputException">Something is wrong with the file or the settings; all of it is told. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The file's stream is used up or in use. Nothing was sent.</exception>
    /// <exception cref="IOException">The file cannot be read (any more). Nothing was sent.</exception>
    /// <exception cref="OkSignConflictException">The request's id was used before.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual async Task<CreatedSignatureRequest> CreateAsync(
        OkSignFile file,
        SignatureRequestSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        settings = Checked(file, settings, isMultipart: false);
        SignatureRequestBody body = BodyOf(settings);
        var json = FileInJson.Of(marker => Serialize(body with
        {
            File = new Base64File { FileName = file.Name, State = settings.State ?? StoredDocumentState.ToSign, Content = marker },
        }));
        using var content = new Base64FileContent(json, file.OpenSource(nameof(file)));
        return await RegisterAsync(RequestOperations.Create, (call, token) => _api.CreateAsync(content, call, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Registers a round of signing for a stored document (operation 2.2, <c>POST /JSON/signatureRequest</c>). Costs a credit.</summary>
    /// <param name="document">The document.</param>
    /// <param name="settings">What there is to say of the round.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignInputException">Something is wrong with the settings; all of it is told. Nothing was sent.</exception>
    /// <exception cref="OkSignNotFoundException">No such document (any more).</exception>
    /// <exception cref="OkSignConflictException">The request's id was used before, or the document is in a state that does not allow it.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<CreatedSignatureRequest> CreateForStoredAsync(
        StoredDocumentId document,
        SignatureRequestSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        settings ??= new SignatureRequestSettings();
        SignatureRequestRules.ThrowIfBroken(settings, _timeProvider.GetUtcNow(), nameof(settings));
        byte[] json = Serialize(BodyOf(settings) with { DocumentId = document, ChangeState = StoredDocumentState.ToSign });
        return RegisterAsync(RequestOperations.Create, (call, token) => _api.CreateAsync(new JsonBody(json), call, token), cancellationToken);
    }

    /// <summary>
    /// Uploads a document and registers the first round of signing by a multipart form (<c>POST /JSON/upload</c>): a quarter less to send than by
    /// <see cref="CreateAsync"/>. Costs a credit.
    /// </summary>
    /// <remarks>
    /// A newer operation, of whose documentation a part is known; what it answers is taken to be what <see cref="CreateAsync"/> gets. That it heeds
    /// <see cref="SignatureRequestSettings.State"/> is not documented.
    /// </remarks>
    /// <param name="file">A PDF, at most <see cref="ServiceClientOptions.MaxDocumentSize"/> bytes (10 MB).</param>
    /// <param name="settings">What there is to say of the round.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <exception cref="OkSignInputException">Something is wrong with the file or the settings; all of it is told. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The file's stream is used up or in use. Nothing was sent.</exception>
    /// <exception cref="IOException">The file cannot be read (any more). Nothing was sent.</exception>
    /// <exception cref="OkSignConflictException">The request's id was used before.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual async Task<CreatedSignatureRequest> UploadAsync(
        OkSignFile file,
        SignatureRequestSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        settings = Checked(file, settings, isMultipart: true);
        using MultipartFileContent content = MultipartForm.Of(Serialize(BodyOf(settings) with { State = settings.State }), file);
        return await RegisterAsync(RequestOperations.Upload, (call, token) => _api.UploadAsync(content, call, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Tells whether a signing link works, and where it leads (operation 2.3, <c>GET /openDocument/{signatureRequestId}</c>), as a browser finds out.
    /// Costs nothing, and the API key does not go along.
    /// </summary>
    /// <remarks>
    /// It also finds a request whose answer was lost. That it finds none does not prove that none was registered: the request may still be on its way,
    /// or may have been signed already; the list of documents tells more. Hand out <see cref="CreatedSignatureRequest.SigningUrl"/>, not what this gives.
    /// </remarks>
    /// <param name="request">The request's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null when the request is unknown, revoked, expired or signed already.</returns>
    /// <exception cref="OkSignException">The call failed, which does not mean that there is no such request.</exception>
    public virtual async Task<FoundSignatureRequest?> FindAsync(SignatureRequestId request, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(request.Value, nameof(request));
        try
        {
            OpenedLink opened = await _run.ReadHeadAsync(
                RequestOperations.Open,
                (call, token) => _api.OpenAsync(request, call, token),
                OpenedLink.Of,
                "a redirect",
                cancellationToken).ConfigureAwait(false);
            return opened is { Viewer: { } viewer, Document: { } document } ? new FoundSignatureRequest(request, document, viewer) : null;
        }
        catch (OkSignNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Changes the addresses of a signature request (operation 3.3, <c>PATCH /JSON/signatureRequest</c>).</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="update">The new addresses, one at least.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">There is no address, or one is not absolute, http or https. Nothing was sent.</exception>
    /// <exception cref="OkSignInputException">An additional member has a property of its own. Nothing was sent.</exception>
    /// <exception cref="OkSignNotFoundException">No such request.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task UpdateAsync(SignatureRequestId request, SignatureRequestUpdate update, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(request.Value, nameof(request));
        ArgumentNullException.ThrowIfNull(update);
        Arguments.ThrowIfNoWebAddress(update.SendInfoUrl, nameof(update), nameof(update.SendInfoUrl));
        Arguments.ThrowIfNoWebAddress(update.ResultUrl, nameof(update), nameof(update.ResultUrl));
        if (update is { SendInfoUrl: null, ResultUrl: null, AdditionalMembers.Count: 0 })
        {
            throw new ArgumentException("There is nothing to change.", nameof(update));
        }

        var problems = new ProblemList();
        SignatureRequestRules.CheckAdditional(update.AdditionalMembers, RequestsJson.Shared.SignatureRequestUpdate, "AdditionalMembers", problems);
        problems.ThrowIfAny(nameof(update));
        SignatureRequestUpdate whole = update with { RequestId = request };
        return _run.ExecuteAsync(
            RequestOperations.Update,
            (call, token) => _api.UpdateAsync(new JsonBody<SignatureRequestUpdate>(whole, RequestsJson.Shared.SignatureRequestUpdate), call, token),
            cancellationToken);
    }

    /// <summary>
    /// Revokes a signature request (operation 3.4, <c>DELETE /JSON/signatureRequest/{signatureRequestId}</c>): its link does not work any more. The document
    /// stays, and the credit is probably not given back.
    /// </summary>
    /// <param name="request">The request's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such request (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task DeleteAsync(SignatureRequestId request, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(request.Value, nameof(request));
        return _run.ExecuteAsync(RequestOperations.Delete, (call, token) => _api.DeleteAsync(request, call, token), cancellationToken);
    }

    /// <summary>
    /// Sets the address that the service calls when the signer is done (<c>POST /JSON/signatureRequest/{signatureRequestId}</c>).
    /// </summary>
    /// <remarks>Known from the vendor's connector only; <see cref="UpdateAsync"/> does the same and is documented.</remarks>
    /// <param name="request">The request's id.</param>
    /// <param name="sendInfoUrl">The address: absolute, http or https, without a login. See <see cref="CallbackSecret"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The address is not absolute, http or https. Nothing was sent.</exception>
    /// <exception cref="OkSignNotFoundException">No such request.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task SetCallbackAsync(SignatureRequestId request, Uri sendInfoUrl, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(request.Value, nameof(request));
        ArgumentNullException.ThrowIfNull(sendInfoUrl);
        Arguments.ThrowIfNoWebAddress(sendInfoUrl, nameof(sendInfoUrl), "The address");
        var body = new CallbackBody { SendInfoUrl = sendInfoUrl };
        return _run.ExecuteAsync(
            RequestOperations.SetCallback,
            (call, token) => _api.SetCallbackAsync(request, new JsonBody<CallbackBody>(body, RequestsJson.Shared.CallbackBody), call, token),
            cancellationToken);
    }

    private static byte[] Serialize(SignatureRequestBody body) => JsonSerializer.SerializeToUtf8Bytes(body, RequestsJson.Shared.SignatureRequestBody);

    private SignatureRequestBody BodyOf(SignatureRequestSettings settings)
        => SignatureRequestBody.Of(settings.SignatureRequestId ?? SignatureRequestId.New(), settings, _wire);

    private SignatureRequestSettings Checked(OkSignFile file, SignatureRequestSettings? settings, bool isMultipart)
    {
        ArgumentNullException.ThrowIfNull(file);
        settings ??= new SignatureRequestSettings();
        var problems = new ProblemList();
        FileRules.Check(file, settings.State, _maxDocumentSize, isMultipart, problems);
        SignatureRequestRules.Check(settings, _timeProvider.GetUtcNow(), problems);
        problems.ThrowIfAny(nameof(settings));
        return settings;
    }

    private Task<CreatedSignatureRequest> RegisterAsync(
        Operation operation,
        Func<OperationCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
        => _run.ReadAsync(operation, send, RequestsJson.Shared.CreatedSignatureRequest, cancellationToken);

    /// <summary>What became of a link that was opened.</summary>
    private sealed record OpenedLink(Uri? Viewer, StoredDocumentId? Document)
    {
        private static readonly string[] DocumentNames = ["id"];

        /// <returns>Null for an answer that tells neither way: a redirect to a login, say, names no document.</returns>
        public static OpenedLink? Of(HttpResponseMessage response)
            => response switch
            {
                { StatusCode: HttpStatusCode.BadRequest } => new OpenedLink(Viewer: null, Document: null),
                { StatusCode: >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest, Headers.Location: { } location }
                    when Target(response.RequestMessage?.RequestUri, location) is { } viewer && WebAddress.IsAbsolute(viewer) && DocumentIn(viewer) is { } document
                    => new OpenedLink(viewer, document),
                _ => null,
            };

        /// <summary>Where a location leads. A handler of the user's own may have left away what was asked for.</summary>
        private static Uri? Target(Uri? asked, Uri location)
            => location.IsAbsoluteUri || (asked is not null && Uri.TryCreate(asked, location, out location!)) ? location : null;

        private static StoredDocumentId? DocumentIn(Uri viewer)
            => InboundQuery.Read(viewer).Parameters.Id(DocumentNames, static text => new StoredDocumentId(text));
    }
}

namespace OkSign.Client.OkDokument;

/// <summary>The client of the e-signature service OKdokument: one property for each resource.</summary>
/// <remarks>
/// Thread-safe; make one and keep it, by <see cref="Create"/> or by
/// <see cref="OkDokumentServiceCollectionExtensions.AddOkDokument(Microsoft.Extensions.DependencyInjection.IServiceCollection, Action{OkDokumentClientOptions})"/>.
/// All members are virtual, so that it can be mocked.
/// </remarks>
public class OkDokumentClient : ServiceClient
{
    private readonly Uri _baseAddress = OkDokumentClientOptions.ProductionBaseAddress;

    internal OkDokumentClient(HttpClient http, OkDokumentClientOptions options, TimeProvider timeProvider)
        : base(http, options, timeProvider)
    {
        _baseAddress = options.BaseAddress;
        IRequestsApi requests = Api<IRequestsApi>();
        SignatureRequests = new OkDokumentSignatureRequestsClient(requests, Run, options, timeProvider);
        Documents = new OkDokumentDocumentsClient(Api<IStorageApi>(), requests, Run, options.MaxDocumentSize);
        Usage = new OkDokumentUsageClient(Api<IUsageApi>(), Run);
    }

    /// <summary>For mocking.</summary>
    protected OkDokumentClient()
    {
        SignatureRequests = null!;
        Documents = null!;
        Usage = null!;
    }

    /// <summary>Signature requests: each is one round of signing.</summary>
    public virtual OkDokumentSignatureRequestsClient SignatureRequests { get; }

    /// <summary>Stored documents.</summary>
    public virtual OkDokumentDocumentsClient Documents { get; }

    /// <summary>What was used, and what is left.</summary>
    public virtual OkDokumentUsageClient Usage { get; }

    /// <summary>Makes a client that needs no container. It owns its connections: dispose it when the program ends.</summary>
    /// <param name="key">The key of the application.</param>
    /// <param name="configure">Changes settings.</param>
    /// <param name="network">
    /// The innermost handler, for a proxy that wants a password, say; disposed with the client. It must follow no
    /// redirects (<c>AllowAutoRedirect = false</c>) and not send a request again by itself. By default the framework's own, which does neither.
    /// </param>
    /// <exception cref="ArgumentException">A setting is not usable, or the network handler follows redirects; the message tells.</exception>
    public static OkDokumentClient Create(
        OkDokumentApiKey key,
        Action<OkDokumentClientOptions>? configure = null,
        HttpMessageHandler? network = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        var options = new OkDokumentClientOptions { Credentials = key };
        configure?.Invoke(options);
        return CreateFrom(options, TimeProvider.System, network);
    }

    /// <summary>Begins a signature request for a new document.</summary>
    /// <param name="file">A PDF, or a Word or Excel file that becomes one.</param>
    /// <returns>A builder that says where and how it is signed, and sends it.</returns>
    public virtual SigningRoundBuilder NewSignatureRequest(OkSignFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new SigningRoundBuilder(this, file);
    }

    /// <summary>Begins a round of signing for a stored document: the first one, or another after it was signed.</summary>
    /// <param name="document">The document.</param>
    /// <returns>A builder that says where and how it is signed, and sends it.</returns>
    public virtual SigningRoundBuilder NextRound(StoredDocumentId document)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return new SigningRoundBuilder(this, document);
    }

    /// <summary>
    /// Waits until the signer is done with a document, also after a restart: the id is all that is needed. Asks the service politely, by its document
    /// info, which is the only way it tells.
    /// </summary>
    /// <remarks>
    /// Failures that pass (no connection, a busy service) are waited out. A document that nobody signs is deleted after
    /// <see cref="OkDokumentLimits.UnsignedRetention"/>, which ends waiting; a link that expires does not.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="options">How often to ask, how long to wait, whom to tell.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>How it ended: signed, cancelled, or one of these without you having been told.</returns>
    /// <exception cref="OkSignNotFoundException">The service does not know the document (any more).</exception>
    /// <exception cref="OkSignException">Another failure that waiting does not mend, such as a wrong key.</exception>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public virtual Task<FinishedRound> WaitUntilFinishedAsync(
        StoredDocumentId document,
        RoundWaitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        options ??= new RoundWaitOptions();
        options.ThrowIfBroken(nameof(options));
        return new RoundWatch(this, document, options).WaitAsync(TimeProvider, cancellationToken);
    }

    internal DateTimeOffset Now() => TimeProvider.GetUtcNow();

    /// <summary>The link as the service makes it, for a request whose answer was lost.</summary>
    internal Uri SigningUrlOf(SignatureRequestId request) => WirePath.At(_baseAddress, $"/openDocument/{Uri.EscapeDataString(request.Value)}");

    internal static OkDokumentClient CreateFrom(OkDokumentClientOptions options, TimeProvider timeProvider, HttpMessageHandler? network = null)
        => new(HttpPipeline.CreateHttpClient(options, timeProvider, network), options, timeProvider);
}

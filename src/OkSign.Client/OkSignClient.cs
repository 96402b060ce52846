namespace OkSign.Client;

/// <summary>The client of the e-signature service OKSign: one property for each resource.</summary>
/// <remarks>
/// Thread-safe; make one and keep it, by <see cref="Create"/> or by
/// <see cref="OkSignServiceCollectionExtensions.AddOkSign(Microsoft.Extensions.DependencyInjection.IServiceCollection, Action{OkSignClientOptions})"/>.
/// All members are virtual, so that it can be mocked.
/// </remarks>
public class OkSignClient : ServiceClient
{
    private readonly RequestSender _sender;

    internal OkSignClient(HttpClient http, OkSignClientOptions options, TimeProvider timeProvider)
        : base(http, options, timeProvider)
    {
        _sender = new RequestSender(this, options.MaxDocumentSize);
        Documents = new DocumentsClient(Api<IDocumentsApi>(), Run, options.MaxDocumentSize, timeProvider);
        FormDescriptors = new FormDescriptorsClient(Api<IFormDescriptorsApi>(), Run);
        Briefcases = new BriefcasesClient(Api<IBriefcasesApi>(), Run);
        SignExpress = new SignExpressClient(Api<ISignExpressApi>(), Run);
        EditorExpress = new EditorExpressClient(Api<IEditorExpressApi>(), Run);
        Metadata = new MetadataClient(Api<IMetadataApi>(), Run);
        AuditTrail = new AuditTrailClient(Api<IAuditTrailApi>(), Run);
        Notifications = new NotificationsClient(Api<INotificationsApi>(), Run);
        EmailAttachments = new EmailAttachmentsClient(Api<IEmailAttachmentsApi>(), Run);
        EmailTemplates = new EmailTemplatesClient(Api<IEmailTemplatesApi>(), Run);
        Contacts = new ContactsClient(Api<IContactsApi>(), Run);
        OrganizationalToken = new OrganizationalTokenClient(Api<IOrganizationalTokenApi>(), Run);
        Signers = new SignersClient(Api<ISignersApi>(), Run);
        Users = new UsersClient(Api<IUsersApi>(), Run);
        Credits = new CreditsClient(Api<ICreditsApi>(), Run);
        DeliveryErrors = new DeliveryErrorsClient(Api<IDeliveryErrorsApi>(), Run);
    }

    /// <summary>For mocking.</summary>
    protected OkSignClient()
    {
        _sender = new RequestSender(this, OkSignClientOptions.DefaultMaxDocumentSize);
        Documents = null!;
        FormDescriptors = null!;
        Briefcases = null!;
        SignExpress = null!;
        EditorExpress = null!;
        Metadata = null!;
        AuditTrail = null!;
        Notifications = null!;
        EmailAttachments = null!;
        EmailTemplates = null!;
        Contacts = null!;
        OrganizationalToken = null!;
        Signers = null!;
        Users = null!;
        Credits = null!;
        DeliveryErrors = null!;
    }

    /// <summary>Documents: upload them, see what became of them, download and remove them.</summary>
    public virtual DocumentsClient Documents { get; }

    /// <summary>Form descriptors: who signs and fills in what, where on a document.</summary>
    public virtual FormDescriptorsClient FormDescriptors { get; }

    /// <summary>Briefcases: several documents behind one signing link for each signer.</summary>
    public virtual BriefcasesClient Briefcases { get; }

    /// <summary>SignExpress: links by which one signer signs at once.</summary>
    public virtual SignExpressClient SignExpress { get; }

    /// <summary>EditorExpress: links by which a person places fields on a document.</summary>
    public virtual EditorExpressClient EditorExpress { get; }

    /// <summary>Metadata: what was filled in and signed on a document, and by whom.</summary>
    public virtual MetadataClient Metadata { get; }

    /// <summary>Audit trail reports: the legal evidence of who signed a document, when and how.</summary>
    public virtual AuditTrailClient AuditTrail { get; }

    /// <summary>Notifications: e-mails and text messages that ask to sign, sent after the form descriptor or once more.</summary>
    public virtual NotificationsClient Notifications { get; }

    /// <summary>E-mail attachments: files that go along with the e-mails to signers.</summary>
    public virtual EmailAttachmentsClient EmailAttachments { get; }

    /// <summary>The e-mail templates of the account.</summary>
    public virtual EmailTemplatesClient EmailTemplates { get; }

    /// <summary>Contacts: the address book of the account.</summary>
    public virtual ContactsClient Contacts { get; }

    /// <summary>The settings of the key in use: which addresses the service calls.</summary>
    public virtual OrganizationalTokenClient OrganizationalToken { get; }

    /// <summary>The ids under which people sign.</summary>
    public virtual SignersClient Signers { get; }

    /// <summary>The users of the account.</summary>
    public virtual UsersClient Users { get; }

    /// <summary>The credits of the account.</summary>
    public virtual CreditsClient Credits { get; }

    /// <summary>Delivery errors: the invitations and reminders that did not reach their signer.</summary>
    public virtual DeliveryErrorsClient DeliveryErrors { get; }

    /// <summary>Makes a client that needs no container. It owns its connections: dispose it when the program ends.</summary>
    /// <param name="credentials">The key of the account.</param>
    /// <param name="configure">Changes settings.</param>
    /// <param name="network">
    /// The innermost handler, for a proxy that wants a password, say; disposed with the client. It must follow no
    /// redirects (<c>AllowAutoRedirect = false</c>) and not send a request again by itself. By default the framework's own, which does neither.
    /// </param>
    /// <exception cref="ArgumentException">A setting is not usable, or the network handler follows redirects; the message tells.</exception>
    public static OkSignClient Create(
        OkSignCredentials credentials,
        Action<OkSignClientOptions>? configure = null,
        HttpMessageHandler? network = null)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        var options = new OkSignClientOptions { Credentials = credentials };
        configure?.Invoke(options);
        return CreateFrom(options, TimeProvider.System, network);
    }

    internal static OkSignClient CreateFrom(OkSignClientOptions options, TimeProvider timeProvider, HttpMessageHandler? network = null)
        => new(HttpPipeline.CreateHttpClient(options, timeProvider, network), options, timeProvider);

    /// <summary>Begins a request for signatures on a document.</summary>
    /// <param name="file">The document.</param>
    /// <returns>A builder that says who signs, where and how, and sends it.</returns>
    public virtual SignatureRequestBuilder NewSignatureRequest(OkSignFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new SignatureRequestBuilder(_sender, file);
    }

    /// <summary>Begins a briefcase: several documents behind one signing link for each signer.</summary>
    /// <param name="packageName">The name that signers see.</param>
    /// <returns>A builder that takes the requests and sends them together.</returns>
    public virtual BriefcaseBuilder NewBriefcase(string packageName)
    {
        ArgumentNullException.ThrowIfNull(packageName);
        return new BriefcaseBuilder(_sender, packageName);
    }

    /// <summary>
    /// Waits until everybody has signed a document, also after a restart: the id is all that is needed. Asks the service politely, by
    /// <c>Linkedlist.retrieve</c> up to the first signature and <c>Metadata.retrieve</c> from then on.
    /// </summary>
    /// <remarks>
    /// Failures that pass (no connection, a busy service) are waited out. For many documents at a time, use
    /// <see cref="DocumentsClient.WatchSignedAsync"/> or callbacks. Of a reusable document, the first completed copy counts.
    /// </remarks>
    /// <param name="document">The document's source id.</param>
    /// <param name="options">How often to ask, how long to wait, whom to tell.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="OkSignNotFoundException">The service does not know the document (any more).</exception>
    /// <exception cref="OkSignException">Another failure that waiting does not mend, such as a wrong key.</exception>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public virtual Task<SignedDocument> WaitUntilSignedAsync(
        SourceDocumentId document,
        WaitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        options ??= new WaitOptions();
        options.ThrowIfBroken(nameof(options));
        return new SigningWatch(this, document, options, TimeProvider).WaitAsync(cancellationToken);
    }
}

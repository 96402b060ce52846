namespace OkSign.Client;

/// <summary>
/// Puts together who signs a document, where and how, and sends it. Get one from <see cref="OkSignClient.NewSignatureRequest"/>.
/// </summary>
/// <remarks>
/// Nothing is sent, and nothing is checked, before one of the <c>Send</c> methods; they tell all that is wrong at once, each problem with
/// the path to the part that is meant. Not thread-safe.
/// </remarks>
public sealed class SignatureRequestBuilder
{
    private readonly RequestSender _sender;
    private readonly List<SignerBuilder> _signers = [];
    private readonly List<SignerBuilder> _countersigners = [];

    internal SignatureRequestBuilder(RequestSender sender, OkSignFile file) => (_sender, File) = (sender, file);

    internal OkSignFile File { get; }

    internal long MaxDocumentSize => _sender.MaxDocumentSize;

    internal IReadOnlyList<SignerBuilder> Signers => _signers;

    internal IReadOnlyList<SignerBuilder> Countersigners => _countersigners;

    internal MessageDrafts Messages { get; } = new();

    internal bool IsInOrder { get; private set; }

    internal bool IsReusable { get; private set; }

    internal string? Name { get; private set; }

    internal Uri? LogoAddress { get; private set; }

    internal string? Assignee { get; private set; }

    internal string? SignedDocumentAddress { get; private set; }

    internal bool IsSignedDocumentForAccountOnly { get; private set; }

    internal bool RemovesRefused { get; private set; }

    internal Action<SourceDocumentId>? Uploaded { get; private set; }

    /// <summary>A person who signs or fills something in.</summary>
    /// <param name="name">The name.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="signer">What there is to do for this person, and what else there is to say.</param>
    public SignatureRequestBuilder Signer(string name, string email, Action<SignerBuilder> signer)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(email);
        return Add(_signers, new SignerBuilder(name, email), signer);
    }

    /// <summary>A person without an e-mail address: by text message, or you hand over the link yourself.</summary>
    /// <param name="name">The name.</param>
    /// <param name="signer">What there is to do for this person, and what else there is to say.</param>
    public SignatureRequestBuilder Signer(string name, Action<SignerBuilder> signer)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(_signers, new SignerBuilder(name, email: null), signer);
    }

    /// <summary>
    /// A user of the account who signs after all others: on the dashboard, or by an automatic signature if the user shares one. The user is
    /// looked up when the request is sent.
    /// </summary>
    /// <param name="email">The e-mail address that the account has of the user.</param>
    /// <param name="user">What there is to do for this user.</param>
    public SignatureRequestBuilder CountersignedBy(string email, Action<SignerBuilder> user)
    {
        ArgumentNullException.ThrowIfNull(email);
        return Add(_countersigners, new SignerBuilder(name: null, email), user);
    }

    /// <summary>The signers sign one after the other, in the order in which they are named here. For groups, see <see cref="SignerBuilder.Group"/>.</summary>
    public SignatureRequestBuilder InOrder()
    {
        IsInOrder = true;
        return this;
    }

    /// <summary>Asks the signers who have an e-mail address to sign, by e-mail. Without this, and without a text message, nobody is told.</summary>
    public SignatureRequestBuilder NotifyByEmail(Action<EmailBuilder> email)
    {
        Messages.SetEmail(email);
        return this;
    }

    /// <summary>Asks the signers who have a mobile number to sign, by text message.</summary>
    public SignatureRequestBuilder NotifyBySms(Action<SmsBuilder> sms)
    {
        Messages.SetSms(sms);
        return this;
    }

    /// <summary>The name of the document as signers see it, in any script; the file's own unless set.</summary>
    public SignatureRequestBuilder DocumentName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        return this;
    }

    /// <summary>The document may be signed many times, each time giving a signed copy of its own.</summary>
    public SignatureRequestBuilder Reusable()
    {
        IsReusable = true;
        return this;
    }

    /// <summary>The address of a logo that is shown while signing.</summary>
    public SignatureRequestBuilder Logo(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        LogoAddress = address;
        return this;
    }

    /// <summary>The user of the account who gets the document, by e-mail address.</summary>
    public SignatureRequestBuilder AssignTo(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        Assignee = email;
        return this;
    }

    /// <summary>Another e-mail address to which the signed document is sent.</summary>
    public SignatureRequestBuilder SignedDocumentTo(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        SignedDocumentAddress = email;
        return this;
    }

    /// <summary>The signed document is sent to the account's address only, not to the signers.</summary>
    public SignatureRequestBuilder SignedDocumentToAccountOnly()
    {
        IsSignedDocumentForAccountOnly = true;
        return this;
    }

    /// <summary>
    /// Called with the document's id as soon as it is uploaded, before it is described. What is stored here survives whatever happens next:
    /// a cancelled call, or a process that ends.
    /// </summary>
    public SignatureRequestBuilder OnUploaded(Action<SourceDocumentId> uploaded)
    {
        ArgumentNullException.ThrowIfNull(uploaded);
        Uploaded += uploaded;
        return this;
    }

    /// <summary>
    /// When the service refuses what was to be signed after it took the document, removes the document again. It stays where it is possible
    /// that the service accepted all and only the answer was lost.
    /// </summary>
    public SignatureRequestBuilder RemoveDocumentIfRefused()
    {
        RemovesRefused = true;
        return this;
    }

    /// <summary>
    /// Uploads the document and describes it (<c>Document.upload</c>, <c>FormDesc.upload</c>; before that, where it is asked for,
    /// <c>Users.retrieve</c>, <c>EmailTemplates.retrieve</c> and <c>EmailAttachment.upload</c>).
    /// </summary>
    /// <param name="cancellationToken">Cancels sending. See <see cref="OnUploaded"/> for what may be there already.</param>
    /// <returns>The document's id and a signing link for each signer.</returns>
    /// <exception cref="OkSignInputException">Something is wrong with the request; all of it is told at once. Nothing was sent.</exception>
    /// <exception cref="OkSignIncompleteRequestException">The document was uploaded, and then something failed.</exception>
    /// <exception cref="OkSignException">A call failed before there was a document.</exception>
    /// <exception cref="IOException">The file cannot be read (any more).</exception>
    public Task<SignatureRequest> SendAsync(CancellationToken cancellationToken = default) => _sender.SendAsync(this, cancellationToken);

    /// <summary>
    /// Sends as <see cref="SendAsync"/> does, and makes a SignExpress link for each signer: one that leads straight to signing, and only
    /// for a time (<c>SignExpress.create</c>). <see cref="RequestedSigner.SigningUrl"/> is that link.
    /// </summary>
    /// <param name="settings">How long the links are good for, and where they lead afterwards.</param>
    /// <param name="cancellationToken">Cancels sending. See <see cref="OnUploaded"/> for what may be there already.</param>
    /// <exception cref="OkSignInputException">Something is wrong with the request; all of it is told at once. Nothing was sent.</exception>
    /// <exception cref="OkSignIncompleteRequestException">The document was uploaded, and then something failed.</exception>
    /// <exception cref="OkSignException">A call failed before there was a document.</exception>
    /// <exception cref="IOException">The file cannot be read (any more).</exception>
    public Task<SignatureRequest> SendExpressAsync(ExpressLinkSettings? settings = null, CancellationToken cancellationToken = default)
        => _sender.SendExpressAsync(this, settings ?? new ExpressLinkSettings(), cancellationToken);

    private SignatureRequestBuilder Add(List<SignerBuilder> list, SignerBuilder signer, Action<SignerBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        describe(signer);
        list.Add(signer);
        return this;
    }
}

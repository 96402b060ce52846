namespace OkSign.Client;

/// <summary>
/// Puts several requests into a briefcase: each signer gets one link for all documents. Get one from
/// <see cref="OkSignClient.NewBriefcase"/>.
/// </summary>
/// <remarks>
/// Every document has the same signers, in the same signing order. Messages are those of the briefcase. Nothing is sent, and nothing is
/// checked, before <see cref="SendTogetherAsync"/>. Not thread-safe.
/// </remarks>
public sealed class BriefcaseBuilder
{
    private readonly RequestSender _sender;
    private readonly List<SignatureRequestBuilder> _requests = [];

    internal BriefcaseBuilder(RequestSender sender, string packageName) => (_sender, PackageName) = (sender, packageName);

    internal IReadOnlyList<SignatureRequestBuilder> Requests => _requests;

    internal MessageDrafts Messages { get; } = new();

    internal bool RemovesRefused { get; private set; }

    internal string PackageName { get; }

    internal Uri? Callback { get; private set; }

    internal Uri? Return { get; private set; }

    internal Uri? Webhook { get; private set; }

    /// <summary>A document and what there is to sign on it.</summary>
    /// <param name="request">The request; it must not be sent by itself.</param>
    public BriefcaseBuilder Add(SignatureRequestBuilder request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _requests.Add(request);
        return this;
    }

    /// <summary>Asks the signers who have an e-mail address to sign, by e-mail.</summary>
    public BriefcaseBuilder NotifyByEmail(Action<EmailBuilder> email)
    {
        Messages.SetEmail(email);
        return this;
    }

    /// <summary>Asks the signers who have a mobile number to sign, by text message.</summary>
    public BriefcaseBuilder NotifyBySms(Action<SmsBuilder> sms)
    {
        Messages.SetSms(sms);
        return this;
    }

    /// <summary>The address that the service calls after each signature, instead of the key's own.</summary>
    public BriefcaseBuilder CallbackUrl(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Callback = address;
        return this;
    }

    /// <summary>Where the signers' browsers go after signing, instead of to the key's own address.</summary>
    public BriefcaseBuilder ReturnUrl(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Return = address;
        return this;
    }

    /// <summary>The address that the service calls when a message cannot be delivered, instead of the key's own.</summary>
    public BriefcaseBuilder WebhookUrl(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Webhook = address;
        return this;
    }

    /// <summary>When the service refuses something on the way, removes what was uploaded; see <see cref="SignatureRequestBuilder.RemoveDocumentIfRefused"/>.</summary>
    public BriefcaseBuilder RemoveDocumentsIfRefused()
    {
        RemovesRefused = true;
        return this;
    }

    /// <summary>
    /// Uploads and describes all documents, bundles them (<c>Briefcase.create</c>) and has the messages sent (<c>Notifications.upload</c>).
    /// </summary>
    /// <param name="cancellationToken">Cancels sending. See <see cref="SignatureRequestBuilder.OnUploaded"/> for what may be there already.</param>
    /// <returns>The briefcase's token and one signing link for each signer.</returns>
    /// <exception cref="OkSignInputException">Something is wrong with the requests; all of it is told at once. Nothing was sent.</exception>
    /// <exception cref="OkSignIncompleteRequestException">Documents were uploaded, and then something failed.</exception>
    /// <exception cref="OkSignException">A call failed before there was a document.</exception>
    /// <exception cref="IOException">A file cannot be read (any more).</exception>
    public Task<SentBriefcase> SendTogetherAsync(CancellationToken cancellationToken = default) => _sender.SendTogetherAsync(this, cancellationToken);

    internal Briefcase Of(IReadOnlyList<SourceDocumentId> documents) => new()
    {
        PackageName = PackageName,
        Documents = [.. documents],
        CallbackUrl = Callback,
        ReturnUrl = Return,
        WebhookUrl = Webhook,
    };
}

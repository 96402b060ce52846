namespace OkSign.Client;

/// <summary>Requests on their way: what was looked up for them, what has been uploaded, and what to undo when something fails.</summary>
/// <param name="client">The client.</param>
/// <param name="requests">One request, or those of a briefcase.</param>
/// <param name="messages">The messages: those of the request or of the briefcase.</param>
/// <param name="isBundle">Whether the requests go into a briefcase, even a single one.</param>
internal sealed class Shipment(OkSignClient client, IReadOnlyList<SignatureRequestBuilder> requests, MessageDrafts messages, bool isBundle)
{
    private readonly SignerId[][] _signerIds = SignerNumbering.IdsOf(requests);
    private readonly IReadOnlyList<PageSize>?[] _pages = new IReadOnlyList<PageSize>?[requests.Count];
    private readonly List<SourceDocumentId> _documents = [];
    private readonly List<EmailAttachmentId> _attachments = [];
    private LookedUp _lookedUp = LookedUp.Nothing;
    private BriefcaseToken? _briefcase;
    private bool _areAttachmentsInUse;

    /// <summary>Finds out all that can be found out before anything is sent that leaves a trace.</summary>
    /// <exception cref="OkSignInputException">Something is wrong.</exception>
    public async Task PrepareAsync(Action<ProblemList> checkMore, CancellationToken cancellationToken)
    {
        for (int index = 0; index < requests.Count; index++)
        {
            _pages[index] = await requests[index].File.ReadPageSizesAsync(cancellationToken).ConfigureAwait(false);
        }

        Check(checkMore);
        await LookUpAsync(cancellationToken).ConfigureAwait(false);
        if (_lookedUp != LookedUp.Nothing)
        {
            Check(checkMore);
        }
    }

    /// <summary>Runs the part that leaves traces. When it fails, says what is there, and removes it if that is wanted and safe.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, bool removesRefused, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAttachmentsAsync(cancellationToken).ConfigureAwait(false);
            return await work().ConfigureAwait(false);
        }
        catch (OkSignException failure)
        {
            bool wereRemoved = !failure.MayHaveReachedService && await CleanUpAsync(removesRefused, cancellationToken).ConfigureAwait(false);
            if (_documents.Count == 0)
            {
                throw;
            }

            throw new OkSignIncompleteRequestException(failure, [.. _documents], wereRemoved) { Briefcase = _briefcase };
        }
    }

    /// <summary>Uploads and describes one document.</summary>
    public async Task<(SourceDocumentId Document, IReadOnlyList<RequestedSigner> Signers)> SendAsync(int index, CancellationToken cancellationToken)
    {
        SignatureRequestBuilder request = requests[index];
        SourceDocumentId document = await client.Documents.UploadAsync(request.File, cancellationToken).ConfigureAwait(false);
        _documents.Add(document);
        request.Uploaded?.Invoke(document);
        FormDescriptor descriptor = Compose(index, new ProblemList());
        IReadOnlyList<SigningLink> links = await client.FormDescriptors.UploadAsync(document, descriptor, cancellationToken).ConfigureAwait(false);
        _areAttachmentsInUse |= descriptor.Notifications is not null;
        return (document, SignersOf(index, links));
    }

    /// <summary>Bundles the documents and tells the signers.</summary>
    public async Task<SentBriefcase> BundleAsync(BriefcaseBuilder briefcase, CancellationToken cancellationToken)
    {
        CreatedBriefcase created = await client.Briefcases.CreateAsync(briefcase.Of(_documents), cancellationToken).ConfigureAwait(false);
        _briefcase = created.Token;
        if (ComposeMessages(new ProblemList()) is { } notifications)
        {
            var upload = new NotificationUpload { Notifications = notifications };
            await client.Notifications.UploadAsync(created.Token, upload, cancellationToken).ConfigureAwait(false);
        }

        return new SentBriefcase(client, created.Token, [.. _documents], SignersOf(0, created.Links));
    }

    private void Check(Action<ProblemList> checkMore)
    {
        var problems = new ProblemList();
        checkMore(problems);
        for (int index = 0; index < requests.Count; index++)
        {
            Compose(index, problems);
        }

        ComposeMessages(problems);
        problems.ThrowIfAny();
    }

    private FormDescriptor Compose(int index, ProblemList problems)
    {
        string prefix = isBundle ? $"Requests[{index}]." : "";
        return new RequestComposer(requests[index], prefix, _pages[index], _signerIds[index], problems).Compose(_lookedUp);
    }

    /// <summary>A request has its messages in its form descriptor, a briefcase apart.</summary>
    private NotificationSettings? ComposeMessages(ProblemList problems)
        => isBundle && requests.Count > 0
            ? new MessageComposer(messages, prefix: "", problems).Compose(
                [.. requests[0].Signers.Select((signer, index) => ($"Requests[0].Signers[{index}]", _signerIds[0][index], signer))],
                _lookedUp)
            : null;

    private async Task LookUpAsync(CancellationToken cancellationToken)
    {
        if (requests.Any(static request => request.Countersigners.Count > 0))
        {
            _lookedUp = _lookedUp with { Users = await client.Users.RetrieveAsync(cancellationToken).ConfigureAwait(false) };
        }

        if (messages.Email?.TemplateName is not null)
        {
            _lookedUp = _lookedUp with { Templates = await client.EmailTemplates.RetrieveAsync(cancellationToken).ConfigureAwait(false) };
        }
    }

    private async Task UploadAttachmentsAsync(CancellationToken cancellationToken)
    {
        foreach (OkSignFile file in messages.Email?.Files ?? [])
        {
            _attachments.Add(await client.EmailAttachments.UploadAsync(file, cancellationToken).ConfigureAwait(false));
        }

        _lookedUp = _lookedUp with { Attachments = _attachments };
    }

    private IReadOnlyList<RequestedSigner> SignersOf(int index, IReadOnlyList<SigningLink> links)
    {
        SignerId[] ids = _signerIds[index];
        return
        [
            .. links
                .Select((link, position) => (Link: link, Place: PlaceOf(link, position, ids)))
                .OrderBy(static entry => entry.Place)
                .Select(entry => new RequestedSigner(NameOf(entry.Link, entry.Place, requests[index]), entry.Link.Url)
                {
                    Id = entry.Link.SignerId ?? (entry.Place < ids.Length ? ids[entry.Place] : null),
                }),
        ];
    }

    /// <summary>The place in the request; a link without an id has that of its place in the answer. Others come last: users of the account.</summary>
    private static int PlaceOf(SigningLink link, int position, SignerId[] ids)
    {
        if (link.SignerId is not { } id)
        {
            return position;
        }

        int place = Array.IndexOf(ids, id);
        return place >= 0 ? place : int.MaxValue;
    }

    private static string NameOf(SigningLink link, int place, SignatureRequestBuilder request)
        => link.Name ?? (place < request.Signers.Count ? request.Signers[place].Name : null) ?? "";

    /// <returns>Whether the documents were removed.</returns>
    private async Task<bool> CleanUpAsync(bool removesRefused, CancellationToken cancellationToken)
    {
        bool wereRemoved = removesRefused && await TryRemoveAsync(cancellationToken).ConfigureAwait(false);
        if (wereRemoved || !_areAttachmentsInUse)
        {
            await TryRemoveAttachmentsAsync(cancellationToken).ConfigureAwait(false);
        }

        return wereRemoved;
    }

    private async Task<bool> TryRemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_briefcase is { } briefcase)
            {
                await client.Briefcases.RemoveAsync(briefcase, cancellationToken).ConfigureAwait(false);
            }

            foreach (SourceDocumentId document in _documents)
            {
                await client.Documents.RemoveAsync(document, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception exception) when (exception is OkSignException or OperationCanceledException)
        {
            // The failure that led here matters more; it says that the documents are still there.
            return false;
        }
    }

    private async Task TryRemoveAttachmentsAsync(CancellationToken cancellationToken)
    {
        foreach (EmailAttachmentId attachment in _attachments)
        {
            try
            {
                await client.EmailAttachments.RemoveAsync(attachment, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OkSignException or OperationCanceledException)
            {
                // A file that no message uses does no harm.
            }
        }
    }
}

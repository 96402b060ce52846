namespace OkSign.Client;

/// <summary>Contacts: the address book of the account.</summary>
/// <remarks>OKSign services <c>Contacts.*</c>; see docs/wire-evidence.md#contactsupload.</remarks>
public class ContactsClient
{
    private readonly IContactsApi _api;
    private readonly OperationRunner _run;

    internal ContactsClient(IContactsApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected ContactsClient() => (_api, _run) = (null!, null!);

    /// <summary>Adds contacts, or replaces what is known of them (<c>Contacts.upload</c>, <c>POST /v1/contacts/upload</c>).</summary>
    /// <remarks>
    /// A contact of the same e-mail address <em>and</em> name gets the new mobile number, capacity and group; all others stay. Doing it twice
    /// comes to the same, so the call is repeated after failures that pass.
    /// </remarks>
    /// <param name="contacts">The contacts, at least one; each with a name and an e-mail address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Which contacts the service skipped, as far as it tells.</returns>
    /// <exception cref="ArgumentException">
    /// There are no contacts, or some lack a name, or an e-mail address or a mobile number is none; all that is wrong is told at once.
    /// Nothing was sent.
    /// </exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual async Task<ContactUploadResult> UploadAsync(
        IReadOnlyCollection<Contact> contacts,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        Contact[] list = [.. contacts];
        ContactRules.ThrowIfBroken(list, nameof(contacts));
        ContactUploadReason? reason = await _run.ReadOrNullAsync(
            ContactsOperations.Upload,
            (call, token) => _api.UploadAsync(
                new JsonBody<IReadOnlyList<Contact>>(list, ContactsJson.Shared.IReadOnlyListContact),
                call,
                token),
            ContactsJson.Shared.ContactUploadReason,
            cancellationToken).ConfigureAwait(false);
        return reason?.Result ?? new ContactUploadResult();
    }

    /// <summary>Lists the contacts (<c>Contacts.retrieve</c>, <c>GET /v1/contacts/retrieve</c>).</summary>
    /// <remarks>The service gives all at once: there are no pages.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<Contact>> RetrieveAsync(CancellationToken cancellationToken = default)
        => _run.ListAsync(
            ContactsOperations.Retrieve,
            _api.RetrieveAsync,
            ContactsJson.Shared.IReadOnlyListContact,
            cancellationToken);

    /// <summary>Removes contacts (<c>Contacts.remove</c>, <c>POST /v1/contacts/remove</c>).</summary>
    /// <remarks>
    /// Sources disagree on the method, <c>POST</c> or <c>DELETE</c>. The call is repeated after failures that pass; when the answer to a
    /// removal was lost, the service may say of the next one that it has no such contact.
    /// </remarks>
    /// <param name="contacts">The contacts, at least one; <see cref="ContactKey.Of"/> gives the key of one that was retrieved.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">There are no contacts, or some lack an e-mail address. Nothing was sent.</exception>
    /// <exception cref="OkSignRejectedException">The service refuses, for instance because it has no such contact.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual async Task RemoveAsync(IReadOnlyCollection<ContactKey> contacts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ContactKey[] list = [.. contacts];
        ContactRules.ThrowIfBroken(list, nameof(contacts));
        await _run.ExecuteAsync(
            ContactsOperations.Remove,
            (call, token) => _api.RemoveAsync(
                new JsonBody<IReadOnlyList<ContactKey>>(list, ContactsJson.Shared.IReadOnlyListContactKey),
                call,
                token),
            cancellationToken).ConfigureAwait(false);
    }
}

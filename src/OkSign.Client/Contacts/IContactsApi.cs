using Refit;

namespace OkSign.Client;

/// <summary>The contacts endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IContactsApi
{
    [Post("/v1/contacts/upload")]
    Task<HttpResponseMessage> UploadAsync(
        [Body] JsonBody<IReadOnlyList<Contact>> contacts,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/contacts/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync([Property(OperationCall.Key)] OperationCall call, CancellationToken cancellationToken);

    [Post("/v1/contacts/remove")]
    Task<HttpResponseMessage> RemoveAsync(
        [Body] JsonBody<IReadOnlyList<ContactKey>> contacts,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the contacts operations means.</summary>
internal static class ContactsOperations
{
    public static readonly Operation Upload = new("Contacts.upload", OperationClass.IdempotentWrite);
    public static readonly Operation Retrieve = new("Contacts.retrieve", OperationClass.Read);
    public static readonly Operation Remove = new("Contacts.remove", OperationClass.IdempotentWrite);
}

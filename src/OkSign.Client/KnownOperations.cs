namespace OkSign.Client;

/// <summary>All operations of the service that this library has.</summary>
internal static class KnownOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        DocumentsOperations.Upload,
        DocumentsOperations.Exists,
        DocumentsOperations.Retrieve,
        DocumentsOperations.Remove,
        DocumentsOperations.ListActive,
        DocumentsOperations.ListSigned,
        DocumentsOperations.RetrieveLinked,
        FormDescriptorsOperations.Upload,
        FormDescriptorsOperations.Retrieve,
        NotificationsOperations.Upload,
        MetadataOperations.Retrieve,
        MetadataOperations.RetrieveV1,
        AuditTrailOperations.Retrieve,
        BriefcasesOperations.Create,
        BriefcasesOperations.Retrieve,
        BriefcasesOperations.Remove,
        SignExpressOperations.Create,
        SignExpressOperations.Retrieve,
        SignExpressOperations.Remove,
        EditorExpressOperations.Create,
        EditorExpressOperations.Retrieve,
        EditorExpressOperations.Remove,
        EmailAttachmentsOperations.Upload,
        EmailAttachmentsOperations.Remove,
        EmailTemplatesOperations.Retrieve,
        ContactsOperations.Upload,
        ContactsOperations.Retrieve,
        ContactsOperations.Remove,
        UsersOperations.Retrieve,
        CreditsOperations.Retrieve,
        OrganizationalTokenOperations.Update,
        DeliveryErrorsOperations.Retrieve,
        SignersOperations.CalculateId,
    ];

    /// <summary>The operation of that name, letter case aside; null when there is none.</summary>
    public static Operation? Find(string name)
        => All.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.OrdinalIgnoreCase));
}

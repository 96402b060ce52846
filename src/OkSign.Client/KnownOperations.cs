namespace OkSign.Client;

/// <summary>All operations of OKSign that this library has.</summary>
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
}

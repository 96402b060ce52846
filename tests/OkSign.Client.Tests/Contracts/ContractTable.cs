namespace OkSign.Client.Tests.Contracts;

/// <summary>The whole table: one entry for each operation.</summary>
public static class ContractTable
{
    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        .. DocumentsContracts.All,
        .. FormDescriptorsContracts.All,
        .. BriefcasesContracts.All,
        .. SignExpressContracts.All,
        .. EditorExpressContracts.All,
        .. MetadataContracts.All,
        .. AuditTrailContracts.All,
        .. NotificationsContracts.All,
        .. EmailAttachmentsContracts.All,
        .. EmailTemplatesContracts.All,
        .. ContactsContracts.All,
        .. OrganizationalTokenContracts.All,
        .. SignersContracts.All,
        .. UsersContracts.All,
        .. CreditsContracts.All,
        .. DeliveryErrorsContracts.All,
    ];

    public static Contract<OkSignClient> Of(string operation) => All.Single(contract => contract.Operation == operation);
}

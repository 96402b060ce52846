namespace OkSign.Client.Tests.Live;

/// <summary>
/// The looks at the service that settle what docs/wire-evidence.md has as open. All are reads, and what may be called once in three minutes
/// is called by one check only.
/// </summary>
internal static class LiveChecks
{
    private const string UnknownId = "000000-00000000-0000-4000-8000-000000000000";

    private static readonly SourceDocumentId UnknownDocument = new(UnknownId);

    private static readonly SignedDocumentId UnknownCopy = new(UnknownId);

    public static IReadOnlyList<LiveCheck> All { get; } =
    [
        new("Credits.retrieve", LiveNeed.Nothing, service => service.ReadAsync(client => client.Credits.RetrieveAsync(Cancel))),
        new("Users.retrieve", LiveNeed.Nothing, service => service.ReadAsync(client => client.Users.RetrieveAsync(Cancel))),
        new("Contacts.retrieve", LiveNeed.Nothing, service => service.ReadAsync(client => client.Contacts.RetrieveAsync(Cancel))),
        new("EmailTemplates.retrieve", LiveNeed.Nothing, EmailTemplatesAsync),
        new("Documents.active", LiveNeed.Nothing, service => service.ReadAsync(client => client.Documents.ListActiveAsync(Cancel))),
        new("Documents.signed", LiveNeed.Nothing, service => service.ReadAsync(client => client.Documents.ListSignedAsync(Yesterday, Now, Cancel))),
        new("Webhooks.retrieve", LiveNeed.Nothing, service => service.ReadAsync(client => client.DeliveryErrors.RetrieveAsync(Yesterday, Now, Cancel))),

        new("an unknown document: Linkedlist.retrieve", LiveNeed.Nothing, service => service.ReadAsync(client => client.Documents.RetrieveLinkedAsync(UnknownDocument, Cancel))),
        new("an unknown document: Document.exists", LiveNeed.Nothing, service => service.ReadAsync(client => client.Documents.ExistsAsync(UnknownDocument, Cancel))),
        new("an unknown document: Document.retrieve", LiveNeed.Nothing, service => service.ReadRefusalAsync(client => client.Documents.RetrieveAsync(UnknownDocument, Cancel))),
        new("an unknown document: FormDesc.retrieve", LiveNeed.Nothing, service => service.ReadRefusalAsync(client => client.FormDescriptors.RetrieveAsync(UnknownDocument, Cancel))),
        new("an unknown document: Metadata.retrieve (v2)", LiveNeed.Nothing, service => service.ReadRefusalAsync(client => client.Metadata.RetrieveAsync(UnknownCopy, Cancel))),
        new("a wrong key", LiveNeed.Nothing, service => service.ReadRefusalOfStrangerAsync(client => client.Credits.RetrieveAsync(Cancel))),

        new("FormDesc.retrieve", LiveNeed.SourceDocument, service => service.ReadAsync(client => client.FormDescriptors.RetrieveAsync(new(service.Account.SourceDocumentId!), Cancel))),
        new("Linkedlist.retrieve", LiveNeed.SourceDocument, service => service.ReadAsync(client => client.Documents.RetrieveLinkedAsync(new SourceDocumentId(service.Account.SourceDocumentId!), Cancel))),
        new("Metadata.retrieve (v2)", LiveNeed.SignedDocument, MetadataAsync),
        new("Metadata.retrieve (v1)", LiveNeed.SignedDocument, service => service.ReadAsync(client => client.Metadata.RetrieveV1Async(new(service.Account.SignedDocumentId!), Cancel))),
        new("Audittrail.retrieve", LiveNeed.SignedDocument, service => service.ReadAsync(client => AuditTrailAsync(client, service))),
        new("Briefcase.retrieve", LiveNeed.Briefcase, service => service.ReadAsync(client => client.Briefcases.RetrieveAsync(new(service.Account.BriefcaseToken!), Cancel))),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private static DateTimeOffset Yesterday => Now.AddHours(-24);

    private static async Task EmailTemplatesAsync(LiveService service)
    {
        await service.LookAsync("/v1/emailtemplates/retrieve");
        await service.LookAsync("/v1/email-templates/retrieve");
        await service.ReadAsync(client => client.EmailTemplates.RetrieveAsync(Cancel));
    }

    private static async Task MetadataAsync(LiveService service)
    {
        await service.LookAsync("/v1/metadata/retrieve/v2", service.Account.SignedDocumentId);
        await service.ReadAsync(client => client.Metadata.RetrieveAsync(new(service.Account.SignedDocumentId!), Cancel));
    }

    private static async Task AuditTrailAsync(OkSignClient client, LiveService service)
    {
        await using PdfDownload download = await client.AuditTrail.RetrieveAsync(new(service.Account.SignedDocumentId!), Cancel);
    }
}

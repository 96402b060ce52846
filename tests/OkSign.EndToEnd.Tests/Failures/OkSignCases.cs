using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>The operations of OKSign in the matrix.</summary>
internal static class OkSignCases
{
    private static readonly TimeSpan ThreeMinutes = TimeSpan.FromMinutes(3);
    private static readonly Calls<OkSignClient> Calls = new(static cell => cell.OkSign);

    public static IReadOnlyList<OperationCase> All { get; } =
    [
        OperationCase.Unsafe("Document.upload", UploadAsync) with { Window = TimeSpan.FromSeconds(1) },
        OperationCase.Read("Document.exists", async stage => await Calls.ReadAsync(await stage.DescribedAsync(), (client, id, token) => client.Documents.ExistsAsync(id, token))),
        OperationCase.Download("Document.retrieve", async stage => await Calls.DownloadAsync(await stage.SignedAsync(), (client, id, token) => client.Documents.RetrieveAsync(id, token))),
        OperationCase.Delete("Document.remove", RemoveDocumentAsync),
        OperationCase.Read("Documents.active", _ => Calls.ReadAsync((client, token) => client.Documents.ListActiveAsync(token))) with { Window = ThreeMinutes },
        OperationCase.Read("Documents.signed", stage => Calls.ReadAsync((client, token) => client.Documents.ListSignedAsync(stage.Now.AddHours(-1), stage.Now, token))) with { Window = ThreeMinutes },
        OperationCase.Read("Linkedlist.retrieve", async stage => await Calls.ReadAsync(await stage.DescribedAsync(), (client, id, token) => client.Documents.RetrieveLinkedAsync(id, token))),
        OperationCase.Unsafe("FormDesc.upload", DescribeAsync),
        OperationCase.Read("FormDesc.retrieve", async stage => await Calls.ReadAsync(await stage.DescribedAsync(), (client, id, token) => client.FormDescriptors.RetrieveAsync(id, token))),
        OperationCase.Unsafe("Notifications.upload", NotifyAsync),
        OperationCase.Read("Metadata.retrieve (v2)", async stage => await Calls.ReadAsync(await stage.SignedAsync(), (client, id, token) => client.Metadata.RetrieveAsync(id, token))),
        OperationCase.Read("Metadata.retrieve (v1)", async stage => await Calls.ReadAsync(await stage.SignedAsync(), (client, id, token) => client.Metadata.RetrieveV1Async(id, token))),
        OperationCase.Download("Audittrail.retrieve", async stage => await Calls.DownloadAsync(await stage.SignedAsync(), (client, id, token) => client.AuditTrail.RetrieveAsync(id, token))),
        OperationCase.Unsafe("Briefcase.create", CreateBriefcaseAsync),
        OperationCase.Read("Briefcase.retrieve", async stage => await Calls.ReadAsync(await stage.CreateBriefcaseAsync(), (client, token, cancel) => client.Briefcases.RetrieveAsync(token, cancel))),
        OperationCase.Delete("Briefcase.remove", RemoveBriefcaseAsync),
        OperationCase.Unsafe("SignExpress.create", CreateSignExpressAsync),
        OperationCase.Read("SignExpress.retrieve", async stage => await Calls.ReadAsync(await stage.CreateSignExpressAsync(), (client, token, cancel) => client.SignExpress.RetrieveAsync(token, cancel))),
        OperationCase.Delete("SignExpress.remove", RemoveSignExpressAsync),
        OperationCase.Unsafe("EditorExpress.create", CreateEditorAsync),
        OperationCase.Read("EditorExpress.retrieve", async stage => await Calls.ReadAsync(await stage.CreateEditorAsync(), (client, token, cancel) => client.EditorExpress.RetrieveAsync(token, cancel))),
        OperationCase.Delete("EditorExpress.remove", RemoveEditorAsync),
        OperationCase.Unsafe("EmailAttachment.upload", AttachAsync),
        OperationCase.Delete("EmailAttachment.remove", RemoveAttachmentAsync),
        OperationCase.Read("EmailTemplates.retrieve", _ => Calls.ReadAsync((client, token) => client.EmailTemplates.RetrieveAsync(token))),
        OperationCase.Idempotent("Contacts.upload", UploadContactsAsync),
        OperationCase.Read("Contacts.retrieve", _ => Calls.ReadAsync((client, token) => client.Contacts.RetrieveAsync(token))),
        OperationCase.Idempotent("Contacts.remove", RemoveContactsAsync),
        OperationCase.Read("Users.retrieve", _ => Calls.ReadAsync((client, token) => client.Users.RetrieveAsync(token))),
        OperationCase.Read("Credits.retrieve", _ => Calls.ReadAsync((client, token) => client.Credits.RetrieveAsync(token))),
        OperationCase.Idempotent("Orgtokeninfo.update", UpdateKeyAsync),
        OperationCase.Read("Webhooks.retrieve", stage => Calls.ReadAsync((client, token) => client.DeliveryErrors.RetrieveAsync(stage.Now.AddHours(-1), stage.Now, token))) with { Window = ThreeMinutes },
        OperationCase.Read("Signerid.calculate", stage => Calls.ReadAsync((client, token) => client.Signers.CalculateIdAsync(Person.Name, stage.NextEmail(), token))),
    ];

    private static Task<Work> UploadAsync(Stage stage)
    {
        string name = stage.NextName("contract");
        return Task.FromResult(Calls.Making(
            (client, token) => client.Documents.UploadAsync(OkSignFile.FromBytes(Stage.Paper, name), token),
            async () => (await stage.Client.Documents.ListActiveAsync(Stage.Cancel)).Count(document => document.FileName == name)));
    }

    private static async Task<Work> RemoveDocumentAsync(Stage stage)
    {
        SourceDocumentId document = await stage.UploadAsync();
        return Calls.Removing(
            (client, token) => client.Documents.RemoveAsync(document, token),
            async () => await stage.Client.Documents.ExistsAsync(document, Stage.Cancel));
    }

    private static async Task<Work> DescribeAsync(Stage stage)
    {
        SourceDocumentId document = await stage.UploadAsync();
        string email = stage.NextEmail();
        FormDescriptor descriptor = Stage.Descriptor(email) with { Notifications = Stage.Mail };
        return Calls.Making((client, token) => client.FormDescriptors.UploadAsync(document, descriptor, token), () => stage.MessagesTo(email));
    }

    private static async Task<Work> NotifyAsync(Stage stage)
    {
        string email = stage.NextEmail();
        SourceDocumentId document = await stage.DescribeAsync(email);
        return Calls.Doing(
            (client, token) => client.Notifications.UploadAsync(document, new NotificationUpload { Notifications = Stage.Mail }, token),
            () => stage.MessagesTo(email));
    }

    private static async Task<Work> CreateBriefcaseAsync(Stage stage)
    {
        string name = stage.NextName("briefcase");
        var briefcase = new Briefcase { Documents = [await stage.DescribeAsync(stage.NextEmail())], PackageName = name };
        return Calls.Making(
            (client, token) => client.Briefcases.CreateAsync(briefcase, token),
            async () => (await stage.Client.Documents.ListActiveAsync(Stage.Cancel)).Count(document => document.IsBriefcase && document.FileName == name));
    }

    private static async Task<Work> RemoveBriefcaseAsync(Stage stage)
    {
        BriefcaseToken briefcase = await stage.CreateBriefcaseAsync();
        return Calls.Removing(
            (client, token) => client.Briefcases.RemoveAsync(briefcase, token),
            async () => await stage.Client.Briefcases.RetrieveAsync(briefcase, Stage.Cancel));
    }

    private static async Task<Work> CreateSignExpressAsync(Stage stage)
    {
        var session = new SignExpressSession { Documents = [await stage.DescribeAsync(stage.NextEmail())], SignerId = Service.Anna };
        return Calls.Making((client, token) => client.SignExpress.CreateAsync(session, token));
    }

    private static async Task<Work> RemoveSignExpressAsync(Stage stage)
    {
        SignExpressToken session = await stage.CreateSignExpressAsync();
        return Calls.Removing(
            (client, token) => client.SignExpress.RemoveAsync(session, token),
            async () => await stage.Client.SignExpress.RetrieveAsync(session, Stage.Cancel));
    }

    private static async Task<Work> CreateEditorAsync(Stage stage)
    {
        var session = new EditorExpressSession { DocumentId = await stage.DescribeAsync(stage.NextEmail()) };
        return Calls.Making((client, token) => client.EditorExpress.CreateAsync(session, token));
    }

    private static async Task<Work> RemoveEditorAsync(Stage stage)
    {
        EditorExpressToken session = await stage.CreateEditorAsync();
        return Calls.Removing(
            (client, token) => client.EditorExpress.RemoveAsync(session, token),
            async () => await stage.Client.EditorExpress.RetrieveAsync(session, Stage.Cancel));
    }

    private static Task<Work> AttachAsync(Stage stage)
    {
        string name = stage.NextName("terms");
        return Task.FromResult(Calls.Making((client, token) => client.EmailAttachments.UploadAsync(OkSignFile.FromBytes(Stage.Paper, name), token)));
    }

    private static async Task<Work> RemoveAttachmentAsync(Stage stage)
    {
        EmailAttachmentId attachment = await stage.Client.EmailAttachments.UploadAsync(OkSignFile.FromBytes(Stage.Paper, stage.NextName("terms")), Stage.Cancel);
        return Calls.Removing(
            (client, token) => client.EmailAttachments.RemoveAsync(attachment, token),
            async () =>
            {
                // Nothing reads an attachment back. Removing it finds out, too: it is there no more.
                await stage.Client.EmailAttachments.RemoveAsync(attachment, Stage.Cancel);
                return attachment;
            });
    }

    private static Task<Work> UploadContactsAsync(Stage stage)
    {
        string email = stage.NextEmail();
        var contact = new Contact { Name = Person.Name, Email = email, Mobile = Person.Mobile };
        return Task.FromResult(Calls.Making((client, token) => client.Contacts.UploadAsync([contact], cancellationToken: token), () => stage.ContactsOf(email)));
    }

    private static async Task<Work> RemoveContactsAsync(Stage stage)
    {
        string email = stage.NextEmail();
        await stage.Client.Contacts.UploadAsync([new Contact { Name = Person.Name, Email = email }], cancellationToken: Stage.Cancel);
        return Calls.Doing(
            (client, token) => client.Contacts.RemoveAsync([new ContactKey { Name = Person.Name, Email = email }], token),
            async () => 1 - await stage.ContactsOf(email));
    }

    private static Task<Work> UpdateKeyAsync(Stage stage)
    {
        var settings = new OrganizationalTokenSettings { ReturnUrl = new Uri("https://app.example.com/done") };
        return Task.FromResult(Calls.Doing((client, token) => client.OrganizationalToken.UpdateAsync(settings, token)));
    }
}

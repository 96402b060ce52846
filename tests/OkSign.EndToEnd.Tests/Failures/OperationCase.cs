using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>An operation of the matrix: what repeating it means, and how to call it.</summary>
internal sealed record OperationCase(string Name, OperationClass Class, Func<Stage, Task<Work>> PrepareAsync)
{
    private static readonly TimeSpan ThreeMinutes = TimeSpan.FromMinutes(3);

    /// <summary>Whether the result is a PDF, which is read while it comes.</summary>
    public bool IsDownload { get; init; }

    /// <summary>How long the service is known to want between too many calls.</summary>
    public TimeSpan? Window { get; init; }

    public static IReadOnlyList<OperationCase> All { get; } =
    [
        Unsafe("Document.upload", UploadAsync) with { Window = TimeSpan.FromSeconds(1) },
        Read("Document.exists", async stage => await ReadAsync(await stage.DescribedAsync(), (client, id, token) => client.Documents.ExistsAsync(id, token))),
        Download("Document.retrieve", async stage => await DownloadAsync(await stage.SignedAsync(), (client, id, token) => client.Documents.RetrieveAsync(id, token))),
        Delete("Document.remove", RemoveDocumentAsync),
        Read("Documents.active", _ => ReadAsync((client, token) => client.Documents.ListActiveAsync(token))) with { Window = ThreeMinutes },
        Read("Documents.signed", stage => ReadAsync((client, token) => client.Documents.ListSignedAsync(stage.Now.AddHours(-1), stage.Now, token))) with { Window = ThreeMinutes },
        Read("Linkedlist.retrieve", async stage => await ReadAsync(await stage.DescribedAsync(), (client, id, token) => client.Documents.RetrieveLinkedAsync(id, token))),
        Unsafe("FormDesc.upload", DescribeAsync),
        Read("FormDesc.retrieve", async stage => await ReadAsync(await stage.DescribedAsync(), (client, id, token) => client.FormDescriptors.RetrieveAsync(id, token))),
        Unsafe("Notifications.upload", NotifyAsync),
        Read("Metadata.retrieve (v2)", async stage => await ReadAsync(await stage.SignedAsync(), (client, id, token) => client.Metadata.RetrieveAsync(id, token))),
        Read("Metadata.retrieve (v1)", async stage => await ReadAsync(await stage.SignedAsync(), (client, id, token) => client.Metadata.RetrieveV1Async(id, token))),
        Download("Audittrail.retrieve", async stage => await DownloadAsync(await stage.SignedAsync(), (client, id, token) => client.AuditTrail.RetrieveAsync(id, token))),
        Unsafe("Briefcase.create", CreateBriefcaseAsync),
        Read("Briefcase.retrieve", async stage => await ReadAsync(await stage.CreateBriefcaseAsync(), (client, token, cancel) => client.Briefcases.RetrieveAsync(token, cancel))),
        Delete("Briefcase.remove", RemoveBriefcaseAsync),
        Unsafe("SignExpress.create", CreateSignExpressAsync),
        Read("SignExpress.retrieve", async stage => await ReadAsync(await stage.CreateSignExpressAsync(), (client, token, cancel) => client.SignExpress.RetrieveAsync(token, cancel))),
        Delete("SignExpress.remove", RemoveSignExpressAsync),
        Unsafe("EditorExpress.create", CreateEditorAsync),
        Read("EditorExpress.retrieve", async stage => await ReadAsync(await stage.CreateEditorAsync(), (client, token, cancel) => client.EditorExpress.RetrieveAsync(token, cancel))),
        Delete("EditorExpress.remove", RemoveEditorAsync),
        Unsafe("EmailAttachment.upload", AttachAsync),
        Delete("EmailAttachment.remove", RemoveAttachmentAsync),
        Read("EmailTemplates.retrieve", _ => ReadAsync((client, token) => client.EmailTemplates.RetrieveAsync(token))),
        Idempotent("Contacts.upload", UploadContactsAsync),
        Read("Contacts.retrieve", _ => ReadAsync((client, token) => client.Contacts.RetrieveAsync(token))),
        Idempotent("Contacts.remove", RemoveContactsAsync),
        Read("Users.retrieve", _ => ReadAsync((client, token) => client.Users.RetrieveAsync(token))),
        Read("Credits.retrieve", _ => ReadAsync((client, token) => client.Credits.RetrieveAsync(token))),
        Idempotent("Orgtokeninfo.update", UpdateKeyAsync),
        Read("Webhooks.retrieve", stage => ReadAsync((client, token) => client.DeliveryErrors.RetrieveAsync(stage.Now.AddHours(-1), stage.Now, token))) with { Window = ThreeMinutes },
        Read("Signerid.calculate", stage => ReadAsync((client, token) => client.Signers.CalculateIdAsync(Person.Name, stage.NextEmail(), token))),
    ];

    public static OperationCase Of(string name) => All.Single(operation => operation.Name == name);

    private static OperationCase Read(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.Read, prepare);

    private static OperationCase Download(string name, Func<Stage, Task<Work>> prepare) => Read(name, prepare) with { IsDownload = true };

    private static OperationCase Delete(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.Delete, prepare);

    private static OperationCase Idempotent(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.IdempotentWrite, prepare);

    private static OperationCase Unsafe(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.UnsafeWrite, prepare);

    private static Task<Work> ReadAsync<T>(Func<OkSignClient, CancellationToken, Task<T>> read)
        => Task.FromResult(new Work(async (client, context) => await read(client, context.Token)));

    private static Task<Work> ReadAsync<TId, T>(TId id, Func<OkSignClient, TId, CancellationToken, Task<T>> read)
        => ReadAsync((client, token) => read(client, id, token));

    private static Task<Work> DownloadAsync<TId>(TId id, Func<OkSignClient, TId, CancellationToken, Task<PdfDownload>> open)
        => Task.FromResult(new Work(async (client, context) =>
        {
            await using PdfDownload download = await open(client, id, context.Token);
            context.Begin();
            await download.CopyToAsync(Stream.Null, context.Token);
            return null;
        }));

    private static Work Doing(Func<OkSignClient, CancellationToken, Task> work, Func<Task<int>> effects)
        => new(
            async (client, context) =>
            {
                await work(client, context.Token);
                return null;
            },
            effects);

    private static Work Making<T>(Func<OkSignClient, CancellationToken, Task<T>> work, Func<Task<int>>? effects = null)
        => new(async (client, context) => await work(client, context.Token), effects);

    private static Work Removing(Func<OkSignClient, CancellationToken, Task> remove, Func<Task<object?>> look)
        => Doing(remove, async () =>
        {
            try
            {
                return await look() is null ? 1 : 0;
            }
            catch (OkSignNotFoundException)
            {
                return 1;
            }
        });

    private static Task<Work> UploadAsync(Stage stage)
    {
        string name = stage.NextName("contract");
        return Task.FromResult(Making(
            (client, token) => client.Documents.UploadAsync(OkSignFile.FromBytes(Stage.Paper, name), token),
            async () => (await stage.Client.Documents.ListActiveAsync(Stage.Cancel)).Count(document => document.FileName == name)));
    }

    private static async Task<Work> RemoveDocumentAsync(Stage stage)
    {
        SourceDocumentId document = await stage.UploadAsync();
        return Removing(
            (client, token) => client.Documents.RemoveAsync(document, token),
            async () => await stage.Client.Documents.ExistsAsync(document, Stage.Cancel));
    }

    private static async Task<Work> DescribeAsync(Stage stage)
    {
        SourceDocumentId document = await stage.UploadAsync();
        string email = stage.NextEmail();
        FormDescriptor descriptor = Stage.Descriptor(email) with { Notifications = Stage.Mail };
        return Making((client, token) => client.FormDescriptors.UploadAsync(document, descriptor, token), () => stage.MessagesTo(email));
    }

    private static async Task<Work> NotifyAsync(Stage stage)
    {
        string email = stage.NextEmail();
        SourceDocumentId document = await stage.DescribeAsync(email);
        return Doing(
            (client, token) => client.Notifications.UploadAsync(document, new NotificationUpload { Notifications = Stage.Mail }, token),
            () => stage.MessagesTo(email));
    }

    private static async Task<Work> CreateBriefcaseAsync(Stage stage)
    {
        string name = stage.NextName("briefcase");
        var briefcase = new Briefcase { Documents = [await stage.DescribeAsync(stage.NextEmail())], PackageName = name };
        return Making(
            (client, token) => client.Briefcases.CreateAsync(briefcase, token),
            async () => (await stage.Client.Documents.ListActiveAsync(Stage.Cancel)).Count(document => document.IsBriefcase && document.FileName == name));
    }

    private static async Task<Work> RemoveBriefcaseAsync(Stage stage)
    {
        BriefcaseToken briefcase = await stage.CreateBriefcaseAsync();
        return Removing(
            (client, token) => client.Briefcases.RemoveAsync(briefcase, token),
            async () => await stage.Client.Briefcases.RetrieveAsync(briefcase, Stage.Cancel));
    }

    private static async Task<Work> CreateSignExpressAsync(Stage stage)
    {
        var session = new SignExpressSession { Documents = [await stage.DescribeAsync(stage.NextEmail())], SignerId = Service.Anna };
        return Making((client, token) => client.SignExpress.CreateAsync(session, token));
    }

    private static async Task<Work> RemoveSignExpressAsync(Stage stage)
    {
        SignExpressToken session = await stage.CreateSignExpressAsync();
        return Removing(
            (client, token) => client.SignExpress.RemoveAsync(session, token),
            async () => await stage.Client.SignExpress.RetrieveAsync(session, Stage.Cancel));
    }

    private static async Task<Work> CreateEditorAsync(Stage stage)
    {
        var session = new EditorExpressSession { DocumentId = await stage.DescribeAsync(stage.NextEmail()) };
        return Making((client, token) => client.EditorExpress.CreateAsync(session, token));
    }

    private static async Task<Work> RemoveEditorAsync(Stage stage)
    {
        EditorExpressToken session = await stage.CreateEditorAsync();
        return Removing(
            (client, token) => client.EditorExpress.RemoveAsync(session, token),
            async () => await stage.Client.EditorExpress.RetrieveAsync(session, Stage.Cancel));
    }

    private static Task<Work> AttachAsync(Stage stage)
    {
        string name = stage.NextName("terms");
        return Task.FromResult(Making((client, token) => client.EmailAttachments.UploadAsync(OkSignFile.FromBytes(Stage.Paper, name), token)));
    }

    private static async Task<Work> RemoveAttachmentAsync(Stage stage)
    {
        EmailAttachmentId attachment = await stage.Client.EmailAttachments.UploadAsync(OkSignFile.FromBytes(Stage.Paper, stage.NextName("terms")), Stage.Cancel);
        return Removing(
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
        return Task.FromResult(Making((client, token) => client.Contacts.UploadAsync([contact], cancellationToken: token), () => stage.ContactsOf(email)));
    }

    private static async Task<Work> RemoveContactsAsync(Stage stage)
    {
        string email = stage.NextEmail();
        await stage.Client.Contacts.UploadAsync([new Contact { Name = Person.Name, Email = email }], cancellationToken: Stage.Cancel);
        return Doing(
            (client, token) => client.Contacts.RemoveAsync([new ContactKey { Name = Person.Name, Email = email }], token),
            async () => 1 - await stage.ContactsOf(email));
    }

    private static Task<Work> UpdateKeyAsync(Stage stage)
    {
        var settings = new OrganizationalTokenSettings { ReturnUrl = new Uri("https://app.example.com/done") };
        return Task.FromResult(new Work(async (client, context) =>
        {
            await client.OrganizationalToken.UpdateAsync(settings, context.Token);
            return null;
        }));
    }
}

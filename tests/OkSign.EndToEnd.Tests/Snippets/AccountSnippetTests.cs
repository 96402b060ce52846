using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/account.md does what it says.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class AccountSnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Account_Contacts_AreAddedAndRemoved()
    {
        await using Service service = await Service.StartAsync();

        ContactUploadResult result = await AccountSnippets.UploadContactsAsync(service.Client);

        Assert.Empty(result.Rejected);
        IReadOnlyList<Contact> contacts = await service.Client.Contacts.RetrieveAsync(Cancel);
        Assert.Equal(["anna@example.com", "bert@example.com"], contacts.Select(contact => contact.Email).Order());

        await AccountSnippets.RemoveContactsAsync(service.Client);

        contacts = await service.Client.Contacts.RetrieveAsync(Cancel);
        Assert.Equal("bert@example.com", Assert.Single(contacts).Email);
    }

    [Fact]
    public async Task Account_User_IsAskedFor()
    {
        await using Service service = await Service.StartAsync();

        await AccountSnippets.UserAsync(service.Client);

        Assert.Equal("Users.retrieve", Assert.Single(service.Emulator.Requests).Operation);
    }

    [Fact]
    public async Task Account_SignerId_IsTheSameEachTime()
    {
        await using Service service = await Service.StartAsync();

        SignerId first = await AccountSnippets.SignerIdAsync(service.Client);
        SignerId second = await AccountSnippets.SignerIdAsync(service.Client);

        Assert.StartsWith("bt_", first.Value, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Account_Remind_SendsTheAttachmentAndTheMessage()
    {
        await using Service service = await Service.StartAsync();
        SourceDocumentId document = await service.UploadAsync();
        await service.Client.FormDescriptors.UploadAsync(document, Service.TwoSignersInOrder(), Cancel);
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            await File.WriteAllBytesAsync("terms.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], Cancel);

            await AccountSnippets.RemindAsync(service.Client, document, Service.Anna);
        });

        Assert.Equal(
            ["Document.upload", "FormDesc.upload", "EmailAttachment.upload", "Notifications.upload"],
            service.Emulator.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task Account_RemoveAttachment_RemovesIt()
    {
        await using Service service = await Service.StartAsync();
        EmailAttachmentId attachment = await service.Client.EmailAttachments.UploadAsync(OkSignFile.FromBytes([1, 2, 3], "picture.png"), Cancel);

        await AccountSnippets.RemoveAttachmentAsync(service.Client, attachment);

        await Assert.ThrowsAnyAsync<OkSignException>(() => service.Client.EmailAttachments.RemoveAsync(attachment, Cancel));
    }

    [Fact]
    public async Task Account_Template_BecomesAMessage()
    {
        await using Service service = await Service.StartAsync();
        IReadOnlyList<EmailTemplate> templates = await service.Client.EmailTemplates.RetrieveAsync(Cancel);

        EmailNotification? email = await AccountSnippets.TemplateAsync(service.Client, Service.Anna);

        Assert.Equal(templates.Count == 0 ? null : templates[0].Subject ?? "Please sign", email?.Subject);
    }

    [Fact]
    public async Task Account_UpdateKey_IsTaken()
    {
        await using Service service = await Service.StartAsync();

        await AccountSnippets.UpdateKeyAsync(service.Client);

        Assert.Equal("Orgtokeninfo.update", Assert.Single(service.Emulator.Requests).Operation);
    }

    [Fact]
    public async Task Account_Credits_AreRead()
    {
        await using Service service = await Service.StartAsync();

        await AccountSnippets.CreditsAsync(service.Client);

        Assert.Equal("Credits.retrieve", Assert.Single(service.Emulator.Requests).Operation);
    }
}

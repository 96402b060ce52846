using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/account.md.</summary>
internal static class AccountSnippets
{
    public static async Task<ContactUploadResult> UploadContactsAsync(OkSignClient oksign)
    {
        ContactUploadResult result = await oksign.Contacts.UploadAsync(
        [
            new Contact { Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001", ActingAs = "CEO", Group = "Customers" },
            new Contact { Name = "Bert Example", Email = "bert@example.com" },
        ]);

        foreach (Contact rejected in result.Rejected)
        {
            Console.WriteLine($"{rejected.Name} was skipped. {result.Message}");
        }

        return result;
    }

    public static async Task RemoveContactsAsync(OkSignClient oksign)
    {
        IReadOnlyList<Contact> contacts = await oksign.Contacts.RetrieveAsync();
        ContactKey[] former = [.. contacts.Where(contact => contact.Group == "Customers").Select(ContactKey.Of)];
        if (former.Length > 0)
        {
            await oksign.Contacts.RemoveAsync(former);
        }
    }

    public static async Task<SignerId?> UserAsync(OkSignClient oksign)
    {
        IReadOnlyList<AccountUser> users = await oksign.Users.RetrieveAsync();
        SignerId? director = users.FirstOrDefault(user => user.ActingAs == "Director")?.SignerId;

        return director;
    }

    public static async Task<SignerId> SignerIdAsync(OkSignClient oksign)
    {
        SignerId anna = await oksign.Signers.CalculateIdAsync("Anna Example", "anna@example.com");

        return anna;
    }

    public static async Task RemindAsync(OkSignClient oksign, SourceDocumentId document, SignerId anna)
    {
        EmailAttachmentId terms = await oksign.EmailAttachments.UploadAsync(OkSignFile.FromPath("terms.xlsx"));

        await oksign.Notifications.UploadAsync(document, new NotificationUpload
        {
            Notifications = new NotificationSettings
            {
                Email = new EmailNotification
                {
                    To = [anna],
                    Subject = "Please sign",
                    Body = "<p>Your contract waits for you.</p>",
                    Attachments = [terms],
                    Language = Language.English,
                    ReminderDays = 3,
                    Reminders = 2,
                },
            },
        });
    }

    public static async Task RemoveAttachmentAsync(OkSignClient oksign, EmailAttachmentId terms)
    {
        await oksign.EmailAttachments.RemoveAsync(terms);
    }

    public static async Task<EmailNotification?> TemplateAsync(OkSignClient oksign, SignerId anna)
    {
        IReadOnlyList<EmailTemplate> templates = await oksign.EmailTemplates.RetrieveAsync();
        EmailNotification? email = templates.Count == 0 ? null : new EmailNotification
        {
            To = [anna],
            Subject = templates[0].Subject ?? "Please sign",
            Body = templates[0].Body,
            ReminderDays = templates[0].ReminderDays,
            Reminders = templates[0].Reminders,
        };

        return email;
    }

    public static async Task UpdateKeyAsync(OkSignClient oksign)
    {
        await oksign.OrganizationalToken.UpdateAsync(new OrganizationalTokenSettings
        {
            CallbackUrl = new Uri("https://app.example.com/oksign/callback"),
            ReturnUrl = new Uri("https://app.example.com/done"),
            WebhookUrl = new Uri("https://app.example.com/oksign/webhook"),
        });
    }

    public static async Task<bool> CreditsAsync(OkSignClient oksign)
    {
        CreditBalance balance = await oksign.Credits.RetrieveAsync();
        bool isRunningOut = balance.Quantity < 10 || balance.ValidUntil < DateTimeOffset.UtcNow.AddDays(30);

        return isRunningOut;
    }
}

namespace OkSign.Client.AotSmoke;

/// <summary>What an account has: contacts, users, credits, templates and settings.</summary>
internal static class AccountStory
{
    public static async Task TellAsync(OkSignClient oksign, Calls calls)
    {
        var anna = new Contact { Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001", ActingAs = "CEO", Group = "Customers" };
        await calls.CallAsync("Contacts.upload", () => oksign.Contacts.UploadAsync([anna]), result => result.Rejected.Count == 0);
        await calls.CallAsync("Contacts.retrieve", () => oksign.Contacts.RetrieveAsync(), contacts => contacts.Single().Group == "Customers");
        await calls.CallAsync("Contacts.remove", () => oksign.Contacts.RemoveAsync([ContactKey.Of(anna)]));

        await calls.CallAsync("Users.retrieve", () => oksign.Users.RetrieveAsync(), users => users.Any(user => user.ActingAs == "Director" && user.SignerId is not null));
        await calls.CallAsync("Credits.retrieve", () => oksign.Credits.RetrieveAsync(), balance => balance.Quantity > 0);
        await calls.CallAsync("EmailTemplates.retrieve", () => oksign.EmailTemplates.RetrieveAsync(), templates => templates.Single().Subject is { Length: > 0 });
        await calls.CallAsync("Signerid.calculate", () => oksign.Signers.CalculateIdAsync("Anna Example", "anna@example.com"), id => id.Value.StartsWith("bt_", StringComparison.Ordinal));

        DateTimeOffset now = DateTimeOffset.UtcNow;
        await calls.CallAsync("Webhooks.retrieve", () => oksign.DeliveryErrors.RetrieveAsync(now.AddHours(-1), now), errors => errors.Count == 0);
        var settings = new OrganizationalTokenSettings { ReturnUrl = new Uri("https://app.example.com/done") };
        await calls.CallAsync("Orgtokeninfo.update", () => oksign.OrganizationalToken.UpdateAsync(settings));
    }
}

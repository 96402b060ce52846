using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class EmailTemplatesContracts
{
    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("EmailTemplates.retrieve", "GET", "/v1/emailtemplates/retrieve", async (client, token) => await client.EmailTemplates.RetrieveAsync(token))
        {
            Answers =
            [
                Ok("""
                    { "status": "OK", "reason": [ { "id": "1", "name": "Default", "subject": "Please sign", "body": "<p>Hello</p>",
                      "reminder_days": 3, "repeat": 2 } ] }
                    """, Wire.IsListOf<EmailTemplate>(templates =>
                    {
                        EmailTemplate template = Assert.Single(templates);
                        Assert.Equal(new EmailTemplateId("1"), template.Id);
                        Assert.Equal(("Default", "Please sign", "<p>Hello</p>"), (template.Name, template.Subject, template.Body));
                        Assert.Equal((3, 2), (template.ReminderDays, template.Reminders));
                    })),
                Variant("a number for the id, texts for numbers", """
                    { "status": "OK", "reason": [ { "id": 1, "reminder_days": "3", "repeat": "", "html": "<p>Hello</p>" } ] }
                    """, Wire.IsListOf<EmailTemplate>(templates =>
                    {
                        EmailTemplate template = Assert.Single(templates);
                        Assert.Equal(new EmailTemplateId("1"), template.Id);
                        Assert.Equal((3, null), (template.ReminderDays, template.Reminders));
                        Assert.Equal("<p>Hello</p>", template.AdditionalMembers["html"].GetString());
                    })),
                Variant("a template without an id", """{ "status": "OK", "reason": [ { "id": "", "name": "Default" } ] }""", Wire.IsListOf<EmailTemplate>(templates =>
                {
                    Assert.Null(templates[0].Id);
                    Assert.Equal("Default", templates[0].Name);
                })),
                .. DocumentsContracts.EmptyForms<EmailTemplate>(),
            ],
        },
    ];
}

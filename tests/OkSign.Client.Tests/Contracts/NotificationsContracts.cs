using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class NotificationsContracts
{
    private static NotificationUpload Upload => new()
    {
        Notifications = new NotificationSettings
        {
            Email = new EmailNotification
            {
                To = [Wire.Anna],
                Subject = "Reminder",
                Body = "<p>Please sign</p>",
                Sender = "Example NV",
                Cc = ["office@example.com"],
                ReplyTo = "office@example.com",
                Attachments = [Wire.Attachment],
                Language = Language.English,
                DelayMinutes = 0,
                Reminders = 2,
                ReminderDays = 3,
            },
            Sms = new SmsNotification { To = [Wire.Anna], Text = "Please sign your contract", Language = Language.English },
        },
        Signers =
        [
            new Signer { Id = Wire.Anna, Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001", ActingAs = "CEO" },
            new Signer { Id = Wire.Bert, Name = "Bert Example", Email = "bert@example.com" },
        ],
        Workflow = [new WorkflowStep { SignerId = Wire.Anna, Sequence = 1 }, new WorkflowStep { SignerId = Wire.Bert, Sequence = 2 }],
    };

    private const string UploadJson = $$"""
        {
          "notifications": {
            "smtp": { "sender": "Example NV", "to": [ "{{Wire.AnnaText}}" ], "cc": [ "office@example.com" ], "replyto": "office@example.com",
              "subject": "Reminder", "body": "<p>Please sign</p>", "delay": 0, "repeat": 2, "reminder_days": 3, "language": "en",
              "attachments": [ "{{Wire.AttachmentText}}" ] },
            "sms": { "to": [ "{{Wire.AnnaText}}" ], "subject": "Please sign your contract", "language": "en" }
          },
          "signersinfo": [
            { "id": "{{Wire.AnnaText}}", "name": "Anna Example", "email": "anna@example.com", "mobile": "+32470000001", "actingas": "CEO" },
            { "id": "{{Wire.BertText}}", "name": "Bert Example", "email": "bert@example.com" }
          ],
          "workflow": [ { "id": "{{Wire.AnnaText}}", "sequence": 1 }, { "id": "{{Wire.BertText}}", "sequence": 2 } ]
        }
        """;

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Notifications.upload", "POST", "/v1/notifications/upload", async (client, token) =>
        {
            await client.Notifications.UploadAsync(Wire.Source, Upload, token);
            return null;
        })
        {
            Headers = { ["x-oksign-docid"] = Wire.SourceText, ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = UploadJson,
            Answers =
            [
                Ok("""{ "status": "OK", "reason": "" }""", Assert.Null),
                Variant("a text", """{ "status": "OK", "reason": "2 notifications queued" }""", Assert.Null),
                .. DocumentsContracts.WithoutContent(),
                Failure<OkSignNotFoundException>("does not exist", """{ "status": "FAILED", "reason": "Document does not exist" }"""),
            ],
        },
    ];
}

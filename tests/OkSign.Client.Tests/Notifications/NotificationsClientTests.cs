using System.Net;

namespace OkSign.Client.Tests;

public sealed class NotificationsClientTests : IDisposable
{
    private static readonly EmailNotification Email = new() { To = [SampleDescriptor.Anna], Subject = "Please sign" };

    private static readonly SmsNotification Sms = new() { To = [SampleDescriptor.Anna], Text = "Please sign" };

    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public NotificationsClientTests() => _client = TestClient.Over(_network);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Upload_ForADocument_SendsWhatIsSetOnly()
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.Notifications.UploadAsync(Sample.SourceId, With(Email), Cancel);

        SentRequest request = Assert.Single(_network.Requests);
        Assert.Equal(Sample.SourceIdText, request.Headers["x-oksign-docid"]);
        WireJson.AssertSame($$"""{ "notifications": { "smtp": { "to": [ "{{SampleDescriptor.Anna}}" ], "subject": "Please sign" } } }""", request.Text);
    }

    [Fact]
    public async Task Upload_ForABriefcase_SendsItsToken()
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.Notifications.UploadAsync(new BriefcaseToken("123456-B"), With(Sms), Cancel);

        Assert.Equal("123456-B", Assert.Single(_network.Requests).Headers["x-oksign-docid"]);
    }

    [Fact]
    public async Task Upload_ServerFails_IsNotRepeated()
    {
        _network.Answers(HttpStatusCode.BadGateway);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _client.Notifications.UploadAsync(Sample.SourceId, With(Email), Cancel));

        Assert.Equal(1, exception.Attempts);
        Assert.True(exception.MayHaveReachedService);
    }

    [Fact]
    public async Task Upload_DefaultTarget_IsRefused()
        => await Assert.ThrowsAsync<ArgumentException>("target", () => _client.Notifications.UploadAsync(default, With(Email), Cancel));

    [Fact]
    public async Task Upload_Nothing_IsRefused()
        => await Assert.ThrowsAsync<ArgumentNullException>("upload", () => _client.Notifications.UploadAsync(Sample.SourceId, null!, Cancel));

    [Fact]
    public Task Upload_NoMessage_IsAProblem() => AssertProblem("Notifications", new NotificationUpload { Notifications = new NotificationSettings() });

    [Fact]
    public Task Upload_NullForMessages_IsAProblem() => AssertProblem("Notifications", new NotificationUpload { Notifications = null! });

    [Fact]
    public async Task Upload_ToNobody_IsAProblem()
    {
        await AssertProblem("Notifications.Email.To", With(Email with { To = [] }));
        await AssertProblem("Notifications.Sms.To", With(Sms with { To = [] }));
    }

    [Fact]
    public async Task Upload_ToADefaultId_IsAProblem()
    {
        await AssertProblem("Notifications.Email.To[1]", With(Email with { To = [SampleDescriptor.Anna, default] }));
        await AssertProblem("Notifications.Sms.To[0]", With(Sms with { To = [default] }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Upload_WithoutWords_IsAProblem(string? text)
    {
        await AssertProblem("Notifications.Email.Subject", With(Email with { Subject = text! }));
        await AssertProblem("Notifications.Sms.Text", With(Sms with { Text = text! }));
    }

    [Fact]
    public async Task Upload_NumberBelowZero_IsAProblem()
    {
        await AssertProblem("Notifications.Email.DelayMinutes", With(Email with { DelayMinutes = -1 }));
        await AssertProblem("Notifications.Email.Reminders", With(Email with { Reminders = -1 }));
        await AssertProblem("Notifications.Email.ReminderDays", With(Email with { ReminderDays = -1 }));
        await AssertProblem("Notifications.Sms.DelayMinutes", With(Sms with { DelayMinutes = -1 }));
        await AssertProblem("Notifications.Sms.Reminders", With(Sms with { Reminders = -1 }));
        await AssertProblem("Notifications.Sms.ReminderDays", With(Sms with { ReminderDays = -1 }));
    }

    [Fact]
    public async Task Upload_AddressThatIsNone_IsAProblemThatDoesNotShowIt()
    {
        await AssertProblem("Notifications.Email.Cc[1]", With(Email with { Cc = ["office@example.com", "office"] }));
        await AssertProblem("Notifications.Email.Cc[0]", With(Email with { Cc = [null!] }));
        OkSignInputException exception = await AssertProblem("Notifications.Email.ReplyTo", With(Email with { ReplyTo = "anna.private" }));

        Assert.DoesNotContain("anna.private", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Upload_DefaultAttachment_IsAProblem() => AssertProblem("Notifications.Email.Attachments[0]", With(Email with { Attachments = [default] }));

    [Fact]
    public async Task Upload_SignerOrStepThatIsNone_IsAProblem()
    {
        await AssertProblem("Signers[0]", With(Email) with { Signers = [null!] });
        await AssertProblem("Workflow[0]", With(Email) with { Workflow = [null!] });
        await AssertProblem("Signers[0].Id", With(Email) with { Signers = [new Signer { Name = "Anna Example" }] });
        await AssertProblem("Signers[0].Name", With(Email) with { Signers = [new Signer { Id = SampleDescriptor.Anna }] });
        await AssertProblem("Workflow[0].SignerId", With(Email) with { Workflow = [new WorkflowStep { SignerId = default, Sequence = 1 }] });
    }

    [Fact]
    public async Task Upload_SeveralProblems_AreToldAtOnce()
    {
        var exception = await Assert.ThrowsAsync<OkSignInputException>("upload", () => _client.Notifications.UploadAsync(
            Sample.SourceId,
            With(Email with { To = [], Subject = "" }) with { Signers = [new Signer()] },
            Cancel));

        Assert.Equal(
            ["Signers[0].Id", "Signers[0].Name", "Notifications.Email.To", "Notifications.Email.Subject"],
            exception.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public async Task Upload_StrangersAndEmptyOptionals_AreLeftToTheService()
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.Notifications.UploadAsync(
            Sample.SourceId,
            With(Email with { To = [SampleDescriptor.Stranger], ReplyTo = "", Cc = [], Attachments = [], DelayMinutes = 0, Reminders = 0, ReminderDays = 0 }) with
            {
                Signers = [new Signer { Id = SampleDescriptor.Anna, Name = "Anna Example" }],
                Workflow = [new WorkflowStep { SignerId = SampleDescriptor.Bert, Sequence = 1 }],
            },
            Cancel);

        Assert.Single(_network.Requests);
    }

    private static NotificationUpload With(EmailNotification email) => new() { Notifications = new NotificationSettings { Email = email } };

    private static NotificationUpload With(SmsNotification sms) => new() { Notifications = new NotificationSettings { Sms = sms } };

    private async Task<OkSignInputException> AssertProblem(string path, NotificationUpload upload)
    {
        var exception = await Assert.ThrowsAsync<OkSignInputException>(nameof(upload), () => _client.Notifications.UploadAsync(Sample.SourceId, upload, Cancel));

        Assert.Equal(path, Assert.Single(exception.Problems).Path);
        Assert.Empty(_network.Requests);
        return exception;
    }
}

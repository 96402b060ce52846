using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Notifications;

public class OutboxTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Messages_NothingUploaded_AreNone()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Empty(service.Emulator.Messages);
    }

    [Fact]
    public async Task Messages_DescriptorWithoutNotifications_AreNone()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns());

        Assert.Empty(service.Emulator.Messages);
    }

    [Fact]
    public async Task Messages_EmailWithEverything_HasEverything()
    {
        await using TestService service = await TestService.StartAsync();
        string attachment = await EmailAttachmentTests.UploadedAsync(service, "terms.txt");
        JsonObject notifications = Notices.Mail(Descriptors.Anna);
        JsonNode mail = notifications["smtp"]!;
        mail["sender"] = "Example NV";
        mail["cc"] = new JsonArray("office@example.com");
        mail["replyto"] = "reply@example.com";
        mail["body"] = "<p>Hello</p>";
        mail["language"] = "nl";
        mail["attachments"] = new JsonArray(attachment);

        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns().With(notifications));

        SentMessage message = Assert.Single(service.Emulator.Messages);
        Assert.Equal(MessageKind.Email, message.Kind);
        Assert.Equal("anna@example.com", message.Recipient);
        Assert.Equal(Descriptors.Anna, message.SignerId);
        Assert.Equal("Anna Example", message.SignerName);
        Assert.Equal("Please sign", message.Subject);
        Assert.Equal("<p>Hello</p>", message.Body);
        Assert.Equal("Example NV", message.Sender);
        Assert.Equal(["office@example.com"], message.Cc);
        Assert.Equal("reply@example.com", message.ReplyTo);
        Assert.Equal("nl", message.Language);
        Assert.Equal([new SentAttachment(attachment, "terms.txt")], message.Attachments);
        Assert.Equal(links[Descriptors.Anna], message.SigningLink);
        Assert.Equal(Start, message.SentAt);
        Assert.False(message.IsReminder);
        Assert.Equal(docid, message.DocumentId);
    }

    [Fact]
    public async Task Messages_Sms_GoesToTheMobileNumber()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Sms(Descriptors.Anna)));

        SentMessage message = Assert.Single(service.Emulator.Messages);

        Assert.Equal(MessageKind.Sms, message.Kind);
        Assert.Equal("+32470000001", message.Recipient);
        Assert.Equal("Please sign", message.Subject);
        Assert.Null(message.Body);
    }

    [Fact]
    public async Task Messages_SeveralOfEachChannel_AreAllSent()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject notifications = new()
        {
            ["smtp"] = new JsonArray(Notices.Mail(Descriptors.Anna)["smtp"]!.DeepClone(), Notices.Mail(Descriptors.Bert)["smtp"]!.DeepClone()),
            ["sms"] = Notices.Sms(Descriptors.Anna)["sms"]!.DeepClone(),
        };

        await service.DescribedAsync(Descriptors.AnnaAndBertSign().With(notifications));

        Assert.Equal(
            ["anna@example.com", "bert@example.com", "+32470000001"], service.Emulator.Messages.Select(message => message.Recipient));
    }

    [Fact]
    public async Task Messages_SignerWithoutAnAddress_GetsNone()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign();
        descriptor.FirstSigner()["email"] = "";
        JsonObject notifications = Notices.Mail(Descriptors.Anna, Descriptors.Bert);
        notifications["sms"] = Notices.Sms(Descriptors.Bert)["sms"]!.DeepClone();

        await service.DescribedAsync(descriptor.With(notifications));

        Assert.Equal("bert@example.com", Assert.Single(service.Emulator.Messages).Recipient);
    }

    [Fact]
    public async Task Messages_SignerNamedTwice_GetsOne()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Mail(Descriptors.Anna, Descriptors.Anna)));

        Assert.Single(service.Emulator.Messages);
    }

    [Fact]
    public async Task Messages_Delay_IsWaitedFor()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(90, 0, 0, Descriptors.Anna)));

        service.Time.Advance(TimeSpan.FromMinutes(90) - TimeSpan.FromTicks(1));
        Assert.Empty(service.Emulator.Messages);
        service.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(Start.AddMinutes(90), Assert.Single(service.Emulator.Messages).SentAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Messages_Reminders_AreSentUntilTheyAreUsedUp_HoweverOftenOneAsks(bool askDaily)
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(60, 2, 3, Descriptors.Anna)));
        for (int day = 0; day < 30; day++)
        {
            service.Time.Advance(TimeSpan.FromDays(1));
            _ = askDaily ? service.Emulator.Messages : [];
        }

        IReadOnlyList<SentMessage> messages = service.Emulator.Messages;

        DateTimeOffset first = Start.AddHours(1);
        Assert.Equal([first, first.AddDays(3), first.AddDays(6)], messages.Select(message => message.SentAt));
        Assert.Equal([false, true, true], messages.Select(message => message.IsReminder));
    }

    [Fact]
    public async Task Messages_RemindersWithoutDays_AreADayApart()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(0, 2, 0, Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal([Start, Start.AddDays(1)], service.Emulator.Messages.Select(message => message.SentAt));
    }

    [Fact]
    public async Task Messages_AbsurdNumbers_AreNoError()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(
            Descriptors.AnnaSigns().With(Notices.Reminding(int.MaxValue, int.MaxValue, int.MaxValue, Descriptors.Anna)));
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(0, int.MaxValue, int.MaxValue, Descriptors.Anna)));

        Assert.Single(service.Emulator.Messages);
    }

    [Fact]
    public async Task Messages_SignerHasSigned_GetsNoMoreReminders_ButOthersDo()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen").With(Notices.Reminding(0, 3, 1, Descriptors.Anna, Descriptors.Bert));
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);
        service.Time.Advance(TimeSpan.FromHours(36));
        await service.SignAsync(links[Descriptors.Anna]);
        service.Time.Advance(TimeSpan.FromDays(10));

        ILookup<string, SentMessage> messages = service.Emulator.Messages.ToLookup(message => message.SignerId);

        Assert.Equal([Start, Start.AddDays(1)], messages[Descriptors.Anna].Select(message => message.SentAt));
        Assert.Equal(4, messages[Descriptors.Bert].Count());
    }

    [Fact]
    public async Task Messages_SignedWithinTheDelay_AreNone()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(
            Descriptors.AnnaSigns("pen").With(Notices.Reminding(60, 1, 1, Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromMinutes(30));
        await service.SignAsync(links[Descriptors.Anna]);
        service.Time.Advance(TimeSpan.FromDays(5));

        Assert.Empty(service.Emulator.Messages);
    }

    [Fact]
    public async Task Messages_Workflow_NextSequenceIsNotifiedWhenAllOfThePreviousOneHaveSigned()
    {
        const string Carl = "bt_00000000-0000-0000-0000-000000000003";
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["fields"]!.AsArray().Add(Descriptors.Signature("SIG_CARL", Carl, posY: 700, methods: "pen"));
        descriptor["signersinfo"]!.AsArray().Add(Descriptors.Info(Carl, "Carl Example", "carl@example.com"));
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 1), (Carl, 2));
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(
            descriptor.With(Notices.Reminding(10, 1, 1, Descriptors.Anna, Descriptors.Bert, Carl)));

        service.Time.Advance(TimeSpan.FromHours(1));
        await service.SignAsync(links[Descriptors.Anna]);
        service.Time.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(service.Emulator.Messages, message => message.SignerId == Carl);
        await service.SignAsync(links[Descriptors.Bert]);
        Assert.DoesNotContain(service.Emulator.Messages, message => message.SignerId == Carl);
        service.Time.Advance(TimeSpan.FromDays(1));
        Assert.Single(service.Emulator.Messages, message => message.SignerId == Carl);
        service.Time.Advance(TimeSpan.FromMinutes(10));

        DateTimeOffset turn = Start.AddHours(2).AddMinutes(10);
        Assert.Equal(
            [turn, turn.AddDays(1)],
            service.Emulator.Messages.Where(message => message.SignerId == Carl).Select(message => message.SentAt));
        Assert.Equal(2, service.Emulator.Messages.Count(message => message.SignerId != Carl));
    }

    [Fact]
    public async Task Messages_WithoutWorkflow_GoToEverybodyAtOnce()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaAndBertSign().With(Notices.Mail(Descriptors.Anna, Descriptors.Bert)));

        Assert.All(service.Emulator.Messages, message => Assert.Equal(Start, message.SentAt));
        Assert.Equal(2, service.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Messages_SignerWithoutASignatureField_GetsNoReminders()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaSigns();
        descriptor["signersinfo"]!.AsArray().Add(Descriptors.BertInfo());
        await service.DescribedAsync(descriptor.With(Notices.Reminding(0, 3, 1, Descriptors.Bert)));
        service.Time.Advance(TimeSpan.FromDays(5));

        Assert.Single(service.Emulator.Messages);
    }

    [Fact]
    public async Task Messages_DocumentRemoved_NothingMoreIsSent_AndWhatWasSentStays()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(0, 5, 1, Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromDays(1));
        await service.SendAsync(HttpMethod.Delete, "v1/document/remove", docid);
        service.Time.Advance(TimeSpan.FromDays(5));

        Assert.Equal([Start, Start.AddDays(1)], service.Emulator.Messages.Select(message => message.SentAt));
    }

    [Fact]
    public async Task Messages_SignedCopyRemoved_NobodyIsRemindedAnyMore()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(
            Descriptors.AnnaAndBertSign("pen").With(Notices.Reminding(0, 5, 1, Descriptors.Bert)));
        await service.SignAsync(links[Descriptors.Anna]);
        await service.SendAsync(HttpMethod.Delete, "v1/document/remove", await service.SignedIdAsync(docid));
        service.Time.Advance(TimeSpan.FromDays(5));

        Assert.Single(service.Emulator.Messages);
    }

    [Fact]
    public async Task Messages_DescriptorUploadedAgain_ReplacesThoseStillToCome()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(0, 5, 1, Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromDays(1));
        await service.DescribeAsync(docid, Descriptors.AnnaSigns());
        service.Time.Advance(TimeSpan.FromDays(5));

        Assert.Equal(2, service.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Messages_ReusableDocument_ANewRoundIsNotifiedByANewUpload()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaSigns("pen").With(Notices.Reminding(0, 5, 1, Descriptors.Anna));
        descriptor["reusable"] = true;
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);
        await service.SignAsync(links[Descriptors.Anna]);
        service.Time.Advance(TimeSpan.FromDays(3));
        Assert.Single(service.Emulator.Messages);

        await service.SendJsonAsync(HttpMethod.Post, "v1/notifications/upload", NotificationUploadTests.Body(Notices.Mail(Descriptors.Anna)), docid);

        Assert.Equal([Start, Start.AddDays(3)], service.Emulator.Messages.Select(message => message.SentAt));
    }

    [Fact]
    public async Task Messages_OfSeveralDocuments_AreInTheOrderOfSending()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(20, 0, 0, Descriptors.Anna)));
        (string second, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(10, 0, 0, Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal([Start.AddMinutes(10), Start.AddMinutes(20)], service.Emulator.Messages.Select(message => message.SentAt));
        Assert.Equal(second, service.Emulator.Messages[0].DocumentId);
    }
}

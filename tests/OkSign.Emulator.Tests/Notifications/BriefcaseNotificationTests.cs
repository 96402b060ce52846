using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Notifications;

public class BriefcaseNotificationTests
{
    [Fact]
    public async Task Upload_BriefcaseToken_SendsEachSignerOneMessageWithTheBriefcasesLink()
    {
        await using TestService service = await TestService.StartAsync();
        (string token, Dictionary<string, Uri> links, _) = await BriefcaseAsync(service);

        await NotifyAsync(service, token, Notices.Mail(Descriptors.Anna, Descriptors.Bert));

        IReadOnlyList<SentMessage> messages = service.Emulator.Messages;
        Assert.Equal(["anna@example.com", "bert@example.com"], messages.Select(message => message.Recipient));
        Assert.Equal([links[Descriptors.Anna], links[Descriptors.Bert]], messages.Select(message => message.SigningLink));
        Assert.All(messages, message => Assert.Equal(token, message.DocumentId));
    }

    [Fact]
    public async Task Messages_SignedOneDocumentByItsOwnLink_RemindUntilAllAreSigned()
    {
        await using TestService service = await TestService.StartAsync();
        (string first, Dictionary<string, Uri> own) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));
        string[] second = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase([first, .. second]));
        await NotifyAsync(service, token, Notices.Reminding(0, 9, 1, Descriptors.Anna));

        await service.SignAsync(own[Descriptors.Anna]);
        service.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal([false, true, true], service.Emulator.Messages.Select(message => message.IsReminder));

        await service.SignAsync(links[Descriptors.Anna]);
        service.Time.Advance(TimeSpan.FromDays(9));
        Assert.Equal(3, service.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Messages_WorkflowOfOneDocument_WaitUntilItIsTheTurnOnAll()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject ordered = Descriptors.AnnaAndBertSign("pen");
        ordered["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"), ordered);
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await NotifyAsync(service, token, Notices.Mail(Descriptors.Anna, Descriptors.Bert));
        Assert.Equal("anna@example.com", Assert.Single(service.Emulator.Messages).Recipient);
        service.Time.Advance(TimeSpan.FromHours(3));

        await service.SignAsync(links[Descriptors.Anna]);

        SentMessage message = service.Emulator.Messages[1];
        Assert.Equal(("bert@example.com", links[Descriptors.Bert]), (message.Recipient, message.SigningLink));
        Assert.Equal(service.Time.GetLocalNow(), message.SentAt);
    }

    [Fact]
    public async Task Upload_Workflow_OrdersTheSigningOfAllDocuments()
    {
        await using TestService service = await TestService.StartAsync();
        (string token, Dictionary<string, Uri> links, _) = await BriefcaseAsync(service);
        JsonObject upload = Upload(Notices.Mail(Descriptors.Anna, Descriptors.Bert));
        upload["workflow"] = Descriptors.Workflow((Descriptors.Bert, 1), (Descriptors.Anna, 2));

        _ = (await service.SendJsonAsync(HttpMethod.Post, "v1/notifications/upload", upload, token)).Ok;

        Assert.Equal("bert@example.com", Assert.Single(service.Emulator.Messages).Recipient);
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
        await service.SignAsync(links[Descriptors.Bert]);
        await service.SignAsync(links[Descriptors.Anna]);
    }

    [Fact]
    public async Task Upload_WorkflowForTheBriefcase_LetsNoMessageOfADocumentComeEarlierThanItsTurn()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject ordered = Descriptors.AnnaAndBertSign("pen").With(Notices.Mail(Descriptors.Bert));
        ordered["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));
        string[] docids = await service.DescribedAllAsync(ordered);
        (string token, _) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        service.Time.Advance(TimeSpan.FromDays(1));
        JsonObject upload = Upload(Notices.Mail(Descriptors.Anna));
        upload["workflow"] = Descriptors.Workflow((Descriptors.Bert, 1), (Descriptors.Anna, 2));

        _ = (await service.SendJsonAsync(HttpMethod.Post, "v1/notifications/upload", upload, token)).Ok;

        SentMessage message = Assert.Single(service.Emulator.Messages);
        Assert.Equal((docids[0], service.Time.GetLocalNow()), (message.DocumentId, message.SentAt));
    }

    [Fact]
    public async Task Upload_ForADocumentOfTheBriefcase_LeavesTheBriefcasesMessagesAlone()
    {
        await using TestService service = await TestService.StartAsync();
        (string token, Dictionary<string, Uri> links, string[] docids) = await BriefcaseAsync(service);
        await NotifyAsync(service, token, Notices.Reminding(60, 0, 1, Descriptors.Anna));

        await NotifyAsync(service, docids[0], Notices.Mail(Descriptors.Anna));
        service.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal([docids[0], token], service.Emulator.Messages.Select(message => message.DocumentId));
        Assert.NotEqual(links[Descriptors.Anna], service.Emulator.Messages[0].SigningLink);
    }

    [Fact]
    public async Task Upload_AgainForTheBriefcase_ReplacesWhatIsStillToCome()
    {
        await using TestService service = await TestService.StartAsync();
        (string token, _, _) = await BriefcaseAsync(service);
        await NotifyAsync(service, token, Notices.Reminding(0, 9, 1, Descriptors.Anna));
        service.Time.Advance(TimeSpan.FromDays(1));

        await NotifyAsync(service, token, Notices.Mail(Descriptors.Bert));
        service.Time.Advance(TimeSpan.FromDays(9));

        Assert.Equal(
            ["anna@example.com", "anna@example.com", "bert@example.com"], service.Emulator.Messages.Select(message => message.Recipient));
    }

    [Fact]
    public async Task Remove_Briefcase_SendsWhatWasDueAndNothingMore()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.FailDelivery("anna@example.com");
        (string token, _, _) = await BriefcaseAsync(service);
        await NotifyAsync(service, token, Notices.Reminding(0, 9, 1, Descriptors.Anna));
        service.Time.Advance(TimeSpan.FromDays(1));
        JsonElement row = (await ErrorsAsync(service)).Ok[0];
        Assert.Equal(token, row.GetProperty("source_docid").GetString());

        _ = (await service.DeleteAsync("v1/briefcase/remove", token)).Ok;
        service.Time.Advance(TimeSpan.FromDays(9));

        Assert.Equal(2, service.Emulator.Messages.Count);
        Assert.Equal("", (await ErrorsAsync(service)).Ok.GetString());
    }

    [Fact]
    public async Task Webhook_MessageOfABriefcase_IsToldToTheBriefcasesAddress()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.WebhookUrl = receiver.At("/key"));
        service.Emulator.FailDelivery("anna@example.com");
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        (string token, _) = await service.CreateBriefcaseAsync(
            Tokeninfos.Briefcase(docids).With("webhookURL", receiver.At("/briefcase").AbsoluteUri));

        await NotifyAsync(service, token, Notices.Mail(Descriptors.Anna));
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("/briefcase?", Assert.Single(receiver.Calls).PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(token, receiver.Queries[0]["source_docid"]);
    }

    [Fact]
    public async Task Remove_DocumentThatOthersWaitedFor_LetsTheirTurnComeNow()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject ordered = Descriptors.AnnaAndBertSign("pen");
        ordered["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));
        string[] docids = await service.DescribedAllAsync(ordered, Descriptors.AnnaAndBertSign("pen"));
        (string token, _) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await NotifyAsync(service, token, Notices.Reminding(0, 9, 1, Descriptors.Bert));
        service.Time.Advance(TimeSpan.FromDays(3));
        Assert.Empty(service.Emulator.Messages);

        _ = (await service.DeleteAsync("v1/document/remove", docids[0])).Ok;

        SentMessage message = Assert.Single(service.Emulator.Messages);
        Assert.Equal((token, service.Time.GetLocalNow()), (message.DocumentId, message.SentAt));
    }

    [Fact]
    public async Task Remove_LastDocumentOfABriefcase_EndsItsMessages()
    {
        await using TestService service = await TestService.StartAsync();
        (string token, _, string[] docids) = await BriefcaseAsync(service);
        await NotifyAsync(service, token, Notices.Reminding(0, 9, 1, Descriptors.Anna));

        foreach (string docid in docids)
        {
            _ = (await service.DeleteAsync("v1/document/remove", docid)).Ok;
        }

        service.Time.Advance(TimeSpan.FromDays(9));
        Assert.Single(service.Emulator.Messages);
        Assert.Equal("Document does not exist", (await TryNotifyAsync(service, token, Notices.Mail(Descriptors.Anna))).Problems);
    }

    [Fact]
    public async Task Remove_SignedCopyOfADocument_EndsTheBriefcasesMessages()
    {
        await using TestService service = await TestService.StartAsync();
        (string first, Dictionary<string, Uri> own) = await service.DescribedAsync(Descriptors.AnnaAndBertSign("pen"));
        (string token, _) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(first));
        await NotifyAsync(service, token, Notices.Reminding(0, 9, 1, Descriptors.Bert));
        await service.SignAsync(own[Descriptors.Anna]);

        _ = (await service.DeleteAsync("v1/document/remove", await service.SignedIdAsync(first))).Ok;
        service.Time.Advance(TimeSpan.FromDays(9));

        Assert.Single(service.Emulator.Messages);
    }

    [Fact]
    public async Task Upload_SignerWhoIsNone_IsToldOnce()
    {
        await using TestService service = await TestService.StartAsync();
        (string token, _, _) = await BriefcaseAsync(service);
        JsonObject upload = Upload(Notices.Mail(Descriptors.Anna));
        upload["signersinfo"] = new JsonArray(Descriptors.Info("bt_nobody", "Nobody"));

        Answer answer = await service.SendJsonAsync(HttpMethod.Post, "v1/notifications/upload", upload, token);

        Assert.Equal("signersinfo: \"bt_nobody\" is not a signer of the document", answer.Problems);
        Assert.Empty(service.Emulator.Messages);
    }

    [Fact]
    public async Task Upload_SessionToken_IsNoDocument()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        Uri link = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));

        Answer answer = await TryNotifyAsync(service, Tokeninfos.TokenOf(link), Notices.Mail(Descriptors.Anna));

        Assert.Equal("Document does not exist", answer.Problems);
    }

    private static async Task<(string Token, Dictionary<string, Uri> Links, string[] Docids)> BriefcaseAsync(TestService service)
    {
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"), Descriptors.AnnaAndBertSign("pen"));
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        return (token, links, docids);
    }

    private static JsonObject Upload(JsonObject notifications) => new() { ["notifications"] = notifications };

    private static Task<Answer> TryNotifyAsync(TestService service, string id, JsonObject notifications)
        => service.SendJsonAsync(HttpMethod.Post, "v1/notifications/upload", Upload(notifications), id);

    private static async Task NotifyAsync(TestService service, string id, JsonObject notifications)
        => Assert.Equal("", (await TryNotifyAsync(service, id, notifications)).Ok.GetString());

    private static Task<Answer> ErrorsAsync(TestService service) => service.GetAsync(
        "v1/webhooks/retrieve", null, ("x-oksign-starttime", "2026-03-01T09:00:00+01:00"), ("x-oksign-endtime", "2026-12-31T00:00:00Z"));
}

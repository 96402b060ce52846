using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Notifications;

public class NotificationUploadTests
{
    private const string Path = "v1/notifications/upload";

    [Fact]
    public async Task Upload_SendsAndAnswersAnEmptyReason()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns());

        Answer answer = await UploadAsync(service, docid, Body(Notices.Mail(Descriptors.Anna)));

        Assert.Equal("", answer.Ok.GetString());
        Assert.Equal("anna@example.com", Assert.Single(service.Emulator.Messages).Recipient);
    }

    [Fact]
    public async Task Upload_ReplacesWhatIsStillToCome_AndKeepsWhatWasSent()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(0, 5, 1, Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromHours(25));
        await UploadAsync(service, docid, Body(Notices.Sms(Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromDays(10));

        Assert.Equal(
            [MessageKind.Email, MessageKind.Email, MessageKind.Sms], service.Emulator.Messages.Select(message => message.Kind));
    }

    [Fact]
    public async Task Upload_NoMessages_CancelsWhatIsStillToCome()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(5, 0, 0, Descriptors.Anna)));

        Assert.Equal("OK", (await UploadAsync(service, docid, Body([]))).Status);
        service.Time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(service.Emulator.Messages);
    }

    [Fact]
    public async Task Upload_WhoHasSigned_GetsNothing()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);

        await UploadAsync(service, docid, Body(Notices.Reminding(0, 2, 1, Descriptors.Anna, Descriptors.Bert)));

        Assert.Equal(Descriptors.Bert, Assert.Single(service.Emulator.Messages).SignerId);
    }

    public static TheoryData<string, string> Problems => new()
    {
        { "{}", "notifications is missing" },
        { """{"notifications": null}""", "notifications is missing" },
        { """{"notifications": []}""", "notifications must be an object" },
        { """{"notifications": {"smtp": 1}}""", "notifications.smtp must be an object" },
        { """{"notifications": {"smtp": [1]}}""", "notifications.smtp[0] must be an object" },
        { Change(mail => mail.Remove("to")), "notifications.smtp.to must name at least one signer" },
        { Change(mail => mail["to"] = new JsonArray()), "notifications.smtp.to must name at least one signer" },
        { Change(mail => mail["to"] = new JsonArray("bt_nobody")), "to: \"bt_nobody\" is not a signer of the document" },
        { Change(mail => mail.Remove("subject")), "notifications.smtp.subject is missing" },
        { Change(mail => mail["subject"] = ""), "notifications.smtp.subject is empty" },
        { Change(mail => mail["sender"] = 1), "sender must be a string" },
        { Change(mail => mail["body"] = 1), "body must be a string" },
        { Change(mail => mail["replyto"] = 1), "replyto must be a string" },
        { Change(mail => mail["cc"] = "office@example.com"), "cc must be an array" },
        { Change(mail => mail["cc"] = new JsonArray(1)), "cc[0] must be a string" },
        { Change(mail => mail["delay"] = -1), "delay must not be negative" },
        { Change(mail => mail["delay"] = 0.5), "delay must be a whole number" },
        { Change(mail => mail["repeat"] = -1), "repeat must not be negative" },
        { Change(mail => mail["reminder_days"] = "3"), "reminder_days must be a number" },
        { Change(mail => mail["language"] = "sk"), "language \"sk\" is not one of" },
        { Change(mail => mail["attachments"] = new JsonArray("unknown")), "attachments: \"unknown\" is not an uploaded attachment" },
        { ChangeRoot(root => root["workflow"] = Descriptors.Workflow(("bt_nobody", 1))), "workflow[0].id \"bt_nobody\" is not a signer" },
        { ChangeRoot(root => root["signersinfo"] = new JsonArray(Descriptors.BertInfo())), $"signersinfo: \"{Descriptors.Bert}\" is not a signer" },
        { ChangeRoot(root => root["signersinfo"] = new JsonArray(new JsonObject { ["id"] = "x" })), "signersinfo[0].name is missing" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Upload_Problem_IsToldAndNothingChanges(string body, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(5, 0, 0, Descriptors.Anna)));

        Answer answer = await service.PostJsonAsync(Path, docid, body);
        service.Time.Advance(TimeSpan.FromDays(1));

        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
        Assert.Single(service.Emulator.Messages);
    }

    [Fact]
    public async Task Upload_UnknownDocument_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Equal("Document does not exist", (await UploadAsync(service, "unknown", Body(Notices.Mail(Descriptors.Anna)))).Problems);
    }

    [Fact]
    public async Task Upload_SignedDocid_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        (_, string signed) = await service.SignedByAnnaAsync();

        Answer answer = await UploadAsync(service, signed, Body(Notices.Mail(Descriptors.Anna)));

        Assert.Contains("source document", answer.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_NoDescriptorAndNoSignersInfo_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await UploadAsync(service, await service.UploadAsync(), Body(Notices.Mail(Descriptors.Anna)));

        Assert.Equal("The document has no form descriptor, and signersinfo is missing", answer.Problems);
    }

    [Fact]
    public async Task Upload_NoDescriptorButSignersInfo_SendsWithoutALink()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        JsonObject body = Body(Notices.Mail(Descriptors.Anna, Descriptors.Bert));
        body["signersinfo"] = new JsonArray(Descriptors.AnnaInfo(), Descriptors.BertInfo());
        body["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));

        Assert.Equal("OK", (await UploadAsync(service, docid, body)).Status);

        SentMessage message = Assert.Single(service.Emulator.Messages);
        Assert.Equal("anna@example.com", message.Recipient);
        Assert.Null(message.SigningLink);
    }

    [Fact]
    public async Task Upload_SignersInfo_FillsInWhatTheDescriptorDidNotTell()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaSigns("pen");
        descriptor.Remove("signersinfo");
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);
        JsonObject body = Body(Notices.Mail(Descriptors.Anna));
        body["signersinfo"] = new JsonArray(Descriptors.AnnaInfo());

        await UploadAsync(service, docid, body);
        await service.SignAsync(links[Descriptors.Anna]);

        SentMessage message = Assert.Single(service.Emulator.Messages);
        Assert.Equal("anna@example.com", message.Recipient);
        Assert.Equal(links[Descriptors.Anna], message.SigningLink);
        JsonElement metadata = (await service.GetAsync("v2/metadata/retrieve", await service.SignedIdAsync(docid))).Ok;
        Assert.Contains("\"signedby\":\"Anna Example\"", metadata.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_SignersInfoForAKnownSigner_CountsForTheMessagesOnly()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns());
        JsonObject body = Body(Notices.Mail(Descriptors.Anna));
        body["signersinfo"] = new JsonArray(Descriptors.Info(Descriptors.Anna, "Anna Elsewhere", "elsewhere@example.com"));

        await UploadAsync(service, docid, body);

        Assert.Equal("elsewhere@example.com", Assert.Single(service.Emulator.Messages).Recipient);
        JsonElement descriptor = (await service.GetAsync("v1/formdesc/retrieve", docid)).Ok;
        Assert.Equal("anna@example.com", descriptor.GetProperty("signersinfo")[0].GetProperty("email").GetString());
    }

    [Fact]
    public async Task Upload_Workflow_OrdersMessagesAndSigning()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);
        JsonObject body = Body(Notices.Mail(Descriptors.Anna, Descriptors.Bert));
        body["workflow"] = Descriptors.Workflow((Descriptors.Bert, 1), (Descriptors.Anna, 2));

        await UploadAsync(service, docid, body);

        Assert.Equal(Descriptors.Bert, Assert.Single(service.Emulator.Messages).SignerId);
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
        await service.SignAsync(links[Descriptors.Bert]);
        await service.SignAsync(links[Descriptors.Anna]);
        Assert.Equal([Descriptors.Bert, Descriptors.Anna], service.Emulator.Messages.Select(message => message.SignerId));
    }

    [Fact]
    public async Task Upload_WithoutWorkflow_KeepsTheOrderOfTheDescriptor()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        await UploadAsync(service, docid, Body(Notices.Mail(Descriptors.Anna, Descriptors.Bert)));

        Assert.Equal(Descriptors.Anna, Assert.Single(service.Emulator.Messages).SignerId);
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));
    }

    public static JsonObject Body(JsonObject notifications) => new() { ["notifications"] = notifications };

    private static Task<Answer> UploadAsync(TestService service, string docid, JsonObject body)
        => service.SendJsonAsync(HttpMethod.Post, Path, body, docid);

    private static string Change(Action<JsonObject> change) => ChangeRoot(root => change(root["notifications"]!["smtp"]!.AsObject()));

    private static string ChangeRoot(Action<JsonObject> change)
    {
        JsonObject body = Body(Notices.Mail(Descriptors.Anna));
        change(body);
        return body.ToJsonString();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Deliveries;

public class DeliveryErrorTests
{
    private const string Start = "2026-03-01T09:00:00+01:00";
    private const string FarEnd = "2026-12-31T00:00:00Z";

    [Fact]
    public async Task Retrieve_EverythingArrives_IsEmpty()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Mail(Descriptors.Anna)));

        Assert.Equal("", (await RetrieveAsync(service)).Ok.GetString());
    }

    [Fact]
    public async Task Retrieve_FailedEmail_HasAllMembers()
    {
        await using TestService service = await TestService.StartAsync(options => options.Authorization = "123456;token;marketing");
        service.Emulator.FailDelivery("ANNA@example.com", "soft_bounce", "mailbox full");
        (string docid, _) = await service.DescribedAsync(
            Descriptors.AnnaAndBertSign().With(Notices.Mail(Descriptors.Anna, Descriptors.Bert)));

        JsonElement rows = (await RetrieveAsync(service)).Ok;

        Assert.Equal(
            $$"""[{"event":"soft_bounce","email":"anna@example.com","source_docid":"{{docid}}","reason":"mailbox full","orgtoken":"marketing","ts":"{{Start}}"}]""",
            rows.GetRawText());
        Assert.Equal(2, service.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Retrieve_FailedTextMessage_HasTheNumber()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.FailDelivery("+32470000001");
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Sms(Descriptors.Anna)));

        JsonElement row = Assert.Single((await RetrieveAsync(service)).Ok.EnumerateArray());

        Assert.Equal("hard_bounce", row.GetProperty("event").GetString());
        Assert.Equal("+32470000001", row.GetProperty("mobile").GetString());
        Assert.False(row.TryGetProperty("email", out _));
    }

    [Fact]
    public async Task Retrieve_FailedCopy_IsListed()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.FailDelivery("office@example.com");
        JsonObject notifications = Notices.Mail(Descriptors.Anna);
        notifications["smtp"]!["cc"] = new JsonArray("office@example.com");
        await service.DescribedAsync(Descriptors.AnnaSigns().With(notifications));

        JsonElement row = Assert.Single((await RetrieveAsync(service)).Ok.EnumerateArray());

        Assert.Equal("office@example.com", row.GetProperty("email").GetString());
    }

    [Fact]
    public async Task FailDelivery_ConcernsWhatIsSentFromThenOn()
    {
        await using TestService service = await TestService.StartAsync();
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(0, 3, 1, Descriptors.Anna)));
        service.Time.Advance(TimeSpan.FromHours(36));
        service.Emulator.FailDelivery("anna@example.com");
        service.Time.Advance(TimeSpan.FromDays(5));

        JsonElement[] rows = [.. (await RetrieveAsync(service)).Ok.EnumerateArray()];

        Assert.Equal(
            ["2026-03-03T09:00:00+01:00", "2026-03-04T09:00:00+01:00"], rows.Select(row => row.GetProperty("ts").GetString()));
        Assert.Equal(4, service.Emulator.Messages.Count);
    }

    [Theory]
    [InlineData("2026-03-01T08:00:00+01:00", "2026-03-01T09:00:00+01:00", true)]
    [InlineData("2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z", true)]
    [InlineData("2026-03-01T09:00:01+01:00", FarEnd, false)]
    [InlineData("2026-03-01T08:00:00+01:00", "2026-03-01T08:59:59+01:00", false)]
    public async Task Retrieve_Window_IncludesBothEnds(string start, string end, bool isListed)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.FailDelivery("anna@example.com");
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Mail(Descriptors.Anna)));

        JsonElement reason = (await RetrieveAsync(service, start, end)).Ok;

        Assert.Equal(isListed ? JsonValueKind.Array : JsonValueKind.String, reason.ValueKind);
    }

    [Theory]
    [InlineData("", Start, "x-oksign-starttime is missing")]
    [InlineData(Start, "", "x-oksign-endtime is missing")]
    [InlineData("yesterday", Start, "x-oksign-starttime is not")]
    [InlineData(Start, "2026-03-01T08:59:59+01:00", "is before")]
    public async Task Retrieve_BadWindow_IsRefused(string start, string end, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Contains(problem, (await RetrieveAsync(service, start, end)).Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retrieve_DocumentRemoved_IsNotListedAnyMore()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.FailDelivery("anna@example.com");
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Mail(Descriptors.Anna)));
        (string other, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Mail(Descriptors.Anna)));
        await service.SendAsync(HttpMethod.Delete, "v1/document/remove", docid);

        JsonElement row = Assert.Single((await RetrieveAsync(service)).Ok.EnumerateArray());

        Assert.Equal(other, row.GetProperty("source_docid").GetString());
    }

    [Theory]
    [InlineData(" ", "hard_bounce", "text")]
    [InlineData("anna@example.com", "", "text")]
    [InlineData("anna@example.com", "hard_bounce", null)]
    public async Task FailDelivery_NothingToGoBy_Throws(string recipient, string deliveryEvent, string? reason)
    {
        await using TestService service = await TestService.StartAsync();

        Assert.ThrowsAny<ArgumentException>(() => service.Emulator.FailDelivery(recipient, deliveryEvent, reason!));
    }

    [Fact]
    public async Task Webhook_FailedMessages_AreToldOnceEach()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options =>
        {
            options.Authorization = "123456;token;marketing";
            options.WebhookUrl = receiver.At("/webhook?key=secret");
        });
        service.Emulator.FailDelivery("anna@example.com", "hard_bounce", "mailbox does not exist");
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Reminding(0, 1, 1, Descriptors.Anna)));

        service.Time.Advance(TimeSpan.FromDays(1));
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, receiver.Queries.Count);
        Dictionary<string, StringValues> query = receiver.Queries[0];
        Assert.Equal(
            ["email", "event", "key", "orgtoken", "reason", "source_docid", "ts"], query.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("hard_bounce", query["event"]);
        Assert.Equal("anna@example.com", query["email"]);
        Assert.Equal(docid, query["source_docid"]);
        Assert.Equal("mailbox does not exist", query["reason"]);
        Assert.Equal("marketing", query["orgtoken"]);
        Assert.Equal(Start, query["ts"]);
        Assert.Equal("secret", query["key"]);
        Assert.Equal([CallbackKind.DeliveryError, CallbackKind.DeliveryError], service.Emulator.Callbacks.Select(sent => sent.Kind));
    }

    private static Task<Answer> RetrieveAsync(TestService service, string start = Start, string end = FarEnd)
    {
        (string, string)[] headers = [("x-oksign-starttime", start), ("x-oksign-endtime", end)];
        return service.GetAsync("v1/webhooks/retrieve", null, [.. headers.Where(header => header.Item2.Length > 0)]);
    }
}

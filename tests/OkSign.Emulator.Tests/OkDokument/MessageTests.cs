using System.Globalization;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class MessageTests
{
    private const string Signer = "signer@example.com";
    private const string Sender = "agent@example.com";

    [Fact]
    public async Task Invitation_EmailTo_HasAllThatTheRulesSay()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Registered registered = await service.CreateAsync(
            Inviting(("nameFrom", "Example Agency"), ("emailMessage", "Please sign today"), ("lang", "en")));

        SentDocumentMessage message = Assert.Single(service.Service.Messages);
        Assert.Equal((DocumentMessageKind.Invitation, MessageKind.Email, Signer), (message.Kind, message.Channel, message.Recipient));
        Assert.Equal((Sender, "Example Agency", "Please sign today", "en"), (message.ReplyTo, message.SenderName, message.Text, message.Language));
        Assert.Equal(("lease.pdf", registered.Url), (message.DocumentName, message.SigningUrl));
        Assert.Equal((registered.DocumentId, registered.Id), (message.DocumentId, message.SignatureRequestId));
        Assert.Equal(service.Time.GetUtcNow(), message.SentAt);
        Assert.Null(message.SignedPdf);
        Assert.Null(message.Code);
    }

    [Fact]
    public async Task Invitation_WithoutNameAndLanguage_HasTheIdAndSlovak()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = Inviting();
        request["filedata"]!.AsObject().Remove("filename");

        Registered registered = await service.CreateAsync(request);

        SentDocumentMessage message = Assert.Single(service.Service.Messages);
        Assert.Equal((registered.DocumentId, "sk"), (message.DocumentName, message.Language));
    }

    [Fact]
    public async Task Invitation_RefusedRequestOrNoRule_IsNotSent()
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.SignatureRequests = 1);
        await service.CreateAsync();

        await service.TryCreateAsync(Inviting());

        Assert.Empty(service.Service.Messages);
    }

    [Theory]
    [InlineData("a@example.com;b@example.com", "a@example.com b@example.com")]
    [InlineData("a@example.com|b@example.com", "a@example.com b@example.com")]
    [InlineData("a@example.com", "a@example.com")]
    [InlineData("", Signer)]
    public async Task SignedDocument_EmailFinal_GetsTheFile(string final, string recipients)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(Inviting(("emailFinal", final)));

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = "Eva" });

        SentDocumentMessage[] messages = [.. service.Service.Messages.Where(message => message.Kind == DocumentMessageKind.SignedDocument)];
        Assert.Equal(recipients.Split(' '), messages.Select(message => message.Recipient));
        Assert.All(messages, message =>
            Assert.Contains("Eva", TestPdf.WordsOf(message.SignedPdf!.Value.ToArray()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignedDocument_CancelledOrNotAskedFor_IsNotSent()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await service.CancelAsync(await service.CreateAsync(Inviting(("emailFinal", ""))));
        await service.SignAsync(await service.CreateAsync(Inviting()));

        Assert.DoesNotContain(service.Service.Messages, message => message.Kind == DocumentMessageKind.SignedDocument);
    }

    [Fact]
    public async Task Reminder_UntilItExpires_IsSentDailyAtSevenToBoth()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = Inviting(("emailNotification", ""));
        request["expirationTime"] = service.Time.GetUtcNow().AddDays(3).ToUnixTimeMilliseconds();
        Registered registered = await service.CreateAsync(request);

        service.Time.Advance(TimeSpan.FromHours(21.7));
        Assert.Empty(Reminders(service));
        service.Time.Advance(TimeSpan.FromDays(20));

        SentDocumentMessage[] reminders = Reminders(service);
        Assert.Equal(
            ["2026-03-03 07:00 +01:00", "2026-03-03 07:00 +01:00", "2026-03-04 07:00 +01:00", "2026-03-04 07:00 +01:00", "2026-03-05 07:00 +01:00", "2026-03-05 07:00 +01:00"],
            reminders.Select(reminder => reminder.SentAt.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)));
        Assert.Equal([Signer, Sender], reminders[..2].Select(reminder => reminder.Recipient));
        Assert.Equal([registered.Url, null], reminders[..2].Select(reminder => reminder.SigningUrl));
    }

    [Fact]
    public async Task Reminder_AfterSigning_IsNotSentAnyMore()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = Inviting(("emailNotification", "true"));
        request["expirationTime"] = service.Time.GetUtcNow().AddDays(10).ToUnixTimeMilliseconds();
        Registered registered = await service.CreateAsync(request);
        service.Time.Advance(TimeSpan.FromDays(1));
        await service.SignAsync(registered);

        service.Time.Advance(TimeSpan.FromDays(5));

        Assert.Equal(2, Reminders(service).Length);
    }

    [Fact]
    public async Task Reminder_DeletedRequest_KeepsWhatWasSentBefore()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = Inviting(("emailNotification", ""));
        request["expirationTime"] = service.Time.GetUtcNow().AddDays(10).ToUnixTimeMilliseconds();
        Registered registered = await service.CreateAsync(request);
        service.Time.Advance(TimeSpan.FromDays(1));
        await service.DeleteAsync($"JSON/signatureRequest/{registered.Id}");

        service.Time.Advance(TimeSpan.FromDays(5));

        Assert.Equal(2, Reminders(service).Length);
    }

    [Fact]
    public async Task Reminder_OverTheChangeToSummerTime_StaysAtSeven()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        service.Time.SetUtcNow(new DateTimeOffset(2026, 3, 28, 8, 0, 0, TimeSpan.Zero));
        JsonObject request = Inviting(("emailNotification", ""));
        request["expirationTime"] = service.Time.GetUtcNow().AddDays(2).ToUnixTimeMilliseconds();
        await service.CreateAsync(request);

        service.Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal([29, 29, 30, 30], Reminders(service).Select(reminder => reminder.SentAt.Day));
        Assert.All(Reminders(service), reminder => Assert.Equal((7, TimeSpan.FromHours(2)), (reminder.SentAt.Hour, reminder.SentAt.Offset)));
    }

    [Fact]
    public async Task Messages_OfSeveralRequests_AreInTheOrderOfTime()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await service.CreateAsync(Inviting(("emailNotification", "")));
        await service.CreateAsync(Inviting(("emailNotification", "")));
        service.Time.Advance(TimeSpan.FromHours(23));

        Assert.Equal(service.Service.Messages.Select(message => message.SentAt).Order(), service.Service.Messages.Select(message => message.SentAt));
        Assert.Equal(6, service.Service.Messages.Count);
    }

    private static SentDocumentMessage[] Reminders(DokumentService service)
        => [.. service.Service.Messages.Where(message => message.Kind is DocumentMessageKind.SignerReminder or DocumentMessageKind.SenderReminder)];

    private static JsonObject Inviting(params (string Name, string Value)[] rules)
    {
        JsonObject request = DokumentService.NewRequest();
        var all = new JsonObject { ["emailTo"] = Signer, ["emailFrom"] = Sender };
        foreach ((string name, string value) in rules)
        {
            all[name] = value;
        }

        request["rules"] = all;
        return request;
    }
}

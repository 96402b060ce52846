using System.Text;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class OneTimeCodeTests
{
    private const string Email = "eva@example.com";
    private const string Phone = "+421900000000";

    [Fact]
    public async Task OpenCode_Page_AsksForItAndSendsItOnDemand()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With(("openOtpEmail", Email), ("openOtpPhone", Phone)));
        Uri page = await service.ViewerAsync(registered);

        string locked = await service.PageAsync(page);
        Assert.Empty(service.Service.Messages);
        Assert.Contains("Send verification code", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("Submit", locked, StringComparison.Ordinal);
        await service.PostFormAsync(page, ("action", "sendOpenCode"));

        SentDocumentMessage[] sent = [.. service.Service.Messages];
        Assert.Equal([(Email, MessageKind.Email), (Phone, MessageKind.Sms)], sent.Select(message => (message.Recipient, message.Channel)));
        Assert.All(sent, message => Assert.Equal(DocumentMessageKind.OpenCode, message.Kind));
        Assert.Matches("^[0-9]{4}$", sent[0].Code);
        Assert.Equal(sent[0].Code, sent[1].Code);
        string opened = Encoding.UTF8.GetString((await service.PostFormAsync(page, ("action", "open"), ("openCode", sent[0].Code!))).Body);
        Assert.Contains("Submit", opened, StringComparison.Ordinal);
        Answer signed = await service.PostFormAsync(page, ("action", "submit"), ("openCode", sent[0].Code!));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, signed.StatusCode);
    }

    [Theory]
    [InlineData("open", "wrong", "The code to open is wrong.")]
    [InlineData("open", "", "The code to open is missing.")]
    [InlineData("submit", "", "The code to open is missing.")]
    [InlineData("submit", "wrong", "The code to open is wrong.")]
    [InlineData("cancel", "wrong", "The code to open is wrong.")]
    [InlineData("sendSignCode", "", "The code to open is missing.")]
    public async Task OpenCode_PageWithoutIt_StaysLocked(string action, string code, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With(("openOtpEmail", Email), ("openOtpCode", "4711")));
        Uri page = await service.ViewerAsync(registered);
        await service.PostFormAsync(page, ("action", "sendOpenCode"));

        string html = Encoding.UTF8.GetString((await service.PostFormAsync(page, ("action", action), ("openCode", code))).Body);

        Assert.Contains(problem, html, StringComparison.Ordinal);
        Assert.DoesNotContain("Submit", html, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", html, StringComparison.Ordinal);
        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
    }

    [Fact]
    public async Task OpenCode_PageBeforeItWasSent_RefusesEvenTheFixedCode()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With(("openOtpEmail", Email), ("openOtpCode", "4711")));

        await service.PostFormAsync(await service.ViewerAsync(registered), ("action", "submit"), ("openCode", "4711"));

        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
    }

    [Fact]
    public async Task Code_SentAgain_IsTheSame()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Uri page = await service.ViewerAsync(await service.CreateAsync(With(("openOtpEmail", Email))));

        await service.PostFormAsync(page, ("action", "sendOpenCode"));
        await service.PostFormAsync(page, ("action", "sendOpenCode"));

        Assert.Equal(2, service.Service.Messages.Count);
        Assert.Single(service.Service.Messages.Select(message => message.Code).Distinct());
    }

    [Theory]
    [InlineData("openOtp", DocumentMessageKind.OpenCode)]
    [InlineData("signOtp", DocumentMessageKind.SignCode)]
    public async Task Script_WithoutACode_TakesTheOneThatWasSent(string rule, DocumentMessageKind kind)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With((rule + "Phone", Phone)));

        await service.SignAsync(registered);

        SentDocumentMessage message = Assert.Single(service.Service.Messages);
        Assert.Equal((kind, MessageKind.Sms, Phone), (message.Kind, message.Channel, message.Recipient));
        Assert.Equal("signed", await service.StateAsync(registered.DocumentId));
    }

    [Theory]
    [InlineData("openOtp", "The code to open is wrong.")]
    [InlineData("signOtp", "The code to sign is wrong.")]
    public async Task Script_WrongCode_IsRefusedAndTheFixedOneIsTaken(string rule, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With((rule + "Email", Email), (rule + "Code", "4711")));

        EmulatedSigningException refusal = await service.RefusedAsync(
            registered, new DocumentSigningScript { OpenCode = "0000", SignCode = "0000" });
        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
        await service.SignAsync(registered, new DocumentSigningScript { OpenCode = "4711", SignCode = "4711" });

        Assert.Equal(problem, refusal.Message);
        Assert.Equal("4711", Assert.Single(service.Service.Messages).Code);
    }

    [Fact]
    public async Task SignCode_Page_SendsItOnDemandAndAsksForIt()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With(("signOtpEmail", Email)));
        Uri page = await service.ViewerAsync(registered);

        Assert.Contains("Send the code to sign", await service.PageAsync(page), StringComparison.Ordinal);
        string without = Encoding.UTF8.GetString((await service.PostFormAsync(page, ("action", "submit"))).Body);
        Assert.Contains("The code to sign is missing.", without, StringComparison.Ordinal);
        await service.PostFormAsync(page, ("action", "sendSignCode"));
        string code = Assert.Single(service.Service.Messages).Code!;
        string still = Encoding.UTF8.GetString((await service.PostFormAsync(page, ("action", "submit"))).Body);
        Assert.Contains("The code to sign is missing.", still, StringComparison.Ordinal);
        Answer signed = await service.PostFormAsync(page, ("action", "submit"), ("signCode", code));

        Assert.Equal(System.Net.HttpStatusCode.SeeOther, signed.StatusCode);
    }

    [Fact]
    public async Task SignCode_NothingSigned_IsNotNeeded()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With(("signOtpEmail", Email)));

        await service.SignAsync(registered, new DocumentSigningScript { Signatures = [] });

        Assert.Empty(service.Service.Messages);
    }

    [Fact]
    public async Task SignCode_OtherwiseRefusedSigning_SendsNone()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(With(("signOtpEmail", Email)));

        await service.RefusedAsync(registered, new DocumentSigningScript { Signatures = ["x"] });

        Assert.Empty(service.Service.Messages);
    }

    private static JsonObject With(params (string Name, string Value)[] rules)
    {
        JsonObject request = DokumentService.NewRequest();
        request["rules"] = new JsonObject(rules.Select(rule => KeyValuePair.Create(rule.Name, (JsonNode?)rule.Value)));
        return request;
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class RefusalTests
{
    private const string Reason = "The salary is missing";

    [Fact]
    public async Task Refuse_Document_KeepsThatSignerFromSigningAndNotTheOthers()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));

        await RefuseAsync(service, links[Descriptors.Anna]);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
        Assert.Equal("Anna Example has refused to sign this document.", error.Message);
        await service.SignAsync(links[Descriptors.Bert]);
        string words = TestPdf.WordsOf((await service.GetAsync("v1/audittrail/retrieve", await service.SignedIdAsync(source))).Body);
        Assert.Contains($"Refused by Anna Example from 127.0.0.1: {Reason}", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_SignerWhoSignsFirst_KeepsTheOthersWaiting()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));
        Dictionary<string, Uri> links = await service.DescribeAsync(await service.UploadAsync(), descriptor);

        await RefuseAsync(service, links[Descriptors.Anna]);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));
        Assert.Equal("It is not the turn of Bert Example: Anna Example signs first, and has refused.", error.Message);
    }

    [Fact]
    public async Task Refuse_AnotherFormDescriptor_AsksAgain()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        await RefuseAsync(service, link);

        await service.DescribeAsync(source, Descriptors.AnnaSigns("pen"));

        await service.SignAsync(link);
    }

    [Fact]
    public async Task Refuse_Briefcase_RefusesWhatIsLeftToSign()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        Uri own = (await service.DescribeAsync(docids[0], Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await service.SignAsync(own);

        Answer answer = await service.PostJsonAsync(
            links[Descriptors.Anna].AbsolutePath, "", new JsonObject { ["action"] = "refuse", ["reason"] = Reason }.ToJsonString());

        Assert.Equal([docids[1]], answer.Ok.EnumerateArray().Select(docid => docid.GetString()!));
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
    }

    [Fact]
    public async Task Refuse_AfterSigningOrRefusing_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);
        await RefuseAsync(service, links[Descriptors.Bert]);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => RefuseAsync(service, links[Descriptors.Anna]));
        await Assert.ThrowsAsync<EmulatedSigningException>(() => RefuseAsync(service, links[Descriptors.Bert]));
    }

    [Theory]
    [InlineData(" ", "missing")]
    [InlineData(null, "longer than 1000 characters")]
    public async Task Refuse_WithoutAProperReason_ChangesNothing(string? reason, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => RefuseAsync(service, link, reason ?? new string('x', 1_001)));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        await service.SignAsync(link);
    }

    [Fact]
    public async Task Refuse_StopsReminders()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaSigns("pen");
        descriptor["notifications"] = JsonNode.Parse(
            $$"""{"smtp": [{"to": ["{{Descriptors.Anna}}"], "subject": "Please sign", "body": "x", "sender": "", "cc": [], "replyto": "", "delay": 0, "repeat": 5, "reminder_days": 1, "language": "en", "attachments": []}]}""");
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), descriptor))[Descriptors.Anna];
        service.Time.Advance(TimeSpan.FromDays(1.5));
        await RefuseAsync(service, link);

        service.Time.Advance(TimeSpan.FromDays(10));

        Assert.Equal(2, service.Emulator.Messages.Count);
    }

    [Fact]
    public async Task PostedForm_Refusal_LeadsToTheReturnUrlWithItsStatus()
    {
        await using TestService service = await TestService.StartAsync(options => options.ReturnUrl = new Uri("https://app.example.com/done?case=7"));
        (string source, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));

        Answer answer = await PostFormAsync(service, links[Descriptors.Anna], Reason);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(
            $"https://app.example.com/done?case=7&source_docid={source}&signerid={Descriptors.Anna}&status=refused",
            answer.Response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task PostedForm_RefusalWithoutReason_ShowsThePageAgain()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));

        Answer answer = await PostFormAsync(service, links[Descriptors.Anna], reason: "");

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains("The reason of the refusal is missing.", page, StringComparison.Ordinal);
        Assert.Contains("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningLink_UnknownAction_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));

        Answer answer = await service.PostJsonAsync(links[Descriptors.Anna].AbsolutePath, "", """{"action": "dance"}""");

        Assert.Contains("There is no action dance", answer.Problems, StringComparison.Ordinal);
    }

    private static Task RefuseAsync(TestService service, Uri link, string reason = Reason)
        => service.Emulator.Signer(link).RefuseAsync(reason, TestContext.Current.CancellationToken);

    private static async Task<Answer> PostFormAsync(TestService service, Uri link, string reason)
    {
        using var form = new FormUrlEncodedContent([new("action", "refuse"), new("reason", reason)]);
        return await service.SendAsync(HttpMethod.Post, link.AbsolutePath, null, form);
    }
}

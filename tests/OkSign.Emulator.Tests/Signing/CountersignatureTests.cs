using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class CountersignatureTests
{
    private const string Owner = "bt_11111111-0000-0000-0000-000000000001";
    private const string Colleague = "bt_11111111-0000-0000-0000-000000000002";

    [Fact]
    public async Task Upload_UserNotListed_GetsALinkAndSignsAfterAllOthers()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(AndAlso(Descriptors.AnnaAndBertSign("pen"), Owner));
        Assert.Equal([Descriptors.Anna, Descriptors.Bert, Owner], links.Keys);

        await service.SignAsync(links[Descriptors.Anna]);
        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
        await service.SignAsync(links[Descriptors.Bert]);
        await service.SignAsync(links[Owner]);

        Assert.Equal("It is not the turn of Owner Example: Bert Example signs first.", error.Message);
        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
        Assert.NotEmpty(await service.SignedIdAsync(docid));
    }

    [Fact]
    public async Task Upload_UserListed_SignsAfterAllOthersToo()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = AndAlso(Descriptors.AnnaSigns("pen"), Owner);
        descriptor["signersinfo"]!.AsArray().Insert(0, Descriptors.Info(Owner, "Owner Example", "owner@example.com"));
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
        await service.SignAsync(links[Descriptors.Anna]);
        await service.SignAsync(links[Owner]);
    }

    [Fact]
    public async Task Upload_RetrievedDescriptor_MeansTheSameAgain()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(AndAlso(Descriptors.AnnaSigns("pen"), Owner));
        JsonElement retrieved = (await service.GetAsync("v1/formdesc/retrieve", docid)).Ok;

        Dictionary<string, Uri> links = await service.DescribeAsync(docid, JsonNode.Parse(retrieved.GetRawText())!.AsObject());

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
    }

    [Fact]
    public async Task Upload_WorkflowNamesTheUserFirst_SignsAfterAllOthersAllTheSame()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = AndAlso(Descriptors.AnnaSigns("pen"), Owner);
        descriptor["workflow"] = Descriptors.Workflow((Owner, 1), (Descriptors.Anna, 2));
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
        await service.SignAsync(links[Descriptors.Anna]);
        await service.SignAsync(links[Owner]);
    }

    [Fact]
    public async Task Upload_HighestSequenceThereIs_IsNoCountersigner()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, int.MaxValue));
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        await service.SignAsync(links[Descriptors.Anna]);
    }

    [Fact]
    public async Task Upload_TwoUsers_DoNotWaitForEachOther()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(AndAlso(Descriptors.AnnaSigns("pen"), Owner, Colleague));
        await service.SignAsync(links[Descriptors.Anna]);

        await service.SignAsync(links[Colleague]);
        await service.SignAsync(links[Owner]);
    }

    [Fact]
    public async Task Messages_User_IsNotifiedWhenAllOthersHaveSigned()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(
            AndAlso(Descriptors.AnnaSigns("pen"), Owner).With(Notices.Mail(Descriptors.Anna, Owner)));
        Assert.Equal(["anna@example.com"], service.Emulator.Messages.Select(message => message.Recipient));
        service.Time.Advance(TimeSpan.FromHours(1));

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal(["anna@example.com", "owner@example.com"], service.Emulator.Messages.Select(message => message.Recipient));
    }

    [Fact]
    public async Task Sign_SharedSignature_IsPlacedAfterTheLastOther()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options =>
        {
            ShareSignatures(options);
            options.CallbackUrl = receiver.Address;
        });
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(
            AndAlso(Descriptors.AnnaAndBertSign("pen"), Owner).With(Notices.Mail(Owner)));

        await service.SignAsync(links[Descriptors.Anna]);
        Assert.Equal(1, await ValidAsync(service));
        await service.SignAsync(links[Descriptors.Bert]);
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        string metadata = (await service.GetAsync("v2/metadata/retrieve", await service.SignedIdAsync(docid))).Ok.GetRawText();
        Assert.Contains("\"signedby\":\"Owner Example\"", metadata, StringComparison.Ordinal);
        Assert.Equal(122, service.Emulator.Credits);
        Assert.Equal(
            [Descriptors.Anna, Descriptors.Bert, Owner], receiver.Queries.Select(query => query["signerid"].ToString()));
        Assert.Empty(service.Emulator.Messages);
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
    }

    [Fact]
    public async Task Sign_SharedSignature_IsDrawnWhereThatIsAllowed()
    {
        await using TestService service = await TestService.StartAsync(ShareSignatures);

        (_, string signed) = await service.SignedByAnnaAsync(AndAlso(Descriptors.AnnaSigns("eid"), [], Owner));

        string metadata = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok.GetRawText();
        Assert.Contains("\"authMethod\":\"Pen\"", metadata, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_SharedSignatureCannotBePlaced_LeavesTheOthers_AndTheUserSignsByLink()
    {
        await using TestService service = await TestService.StartAsync(options =>
        {
            ShareSignatures(options);
            options.Credits = 1;
        });
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(
            AndAlso(Descriptors.AnnaSigns("pen"), Owner).With(Notices.Mail(Owner)));

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal(1, await ValidAsync(service));
        Assert.Equal("owner@example.com", Assert.Single(service.Emulator.Messages).Recipient);
        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
        Assert.Contains("credits", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_SharedSignatureWithoutOthers_WaitsForTheUser()
    {
        await using TestService service = await TestService.StartAsync(ShareSignatures);
        JsonObject descriptor = Descriptors.Of([], Descriptors.Signature("SIG_OWNER", Owner, methods: "pen"));
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);
        Assert.Equal(0, await ValidAsync(service));

        await service.SignAsync(links[Owner]);
    }

    [Fact]
    public async Task Sign_BriefcaseLink_LetsTheSharedSignatureBePlacedOnEveryDocument()
    {
        await using TestService service = await TestService.StartAsync(ShareSignatures);
        string[] docids = await service.DescribedAllAsync(
            AndAlso(Descriptors.AnnaSigns("pen"), Owner), AndAlso(Descriptors.AnnaSigns("pen"), Owner));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
        Assert.Equal(121, service.Emulator.Credits);
        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
        Assert.Contains("nothing (left) to sign", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_BriefcaseLinkWithCreditsForOneSharedSignature_LeavesTheOtherToTheUsersLink()
    {
        await using TestService service = await TestService.StartAsync(options =>
        {
            ShareSignatures(options);
            options.Credits = 3;
        });
        string[] docids = await service.DescribedAllAsync(
            AndAlso(Descriptors.AnnaSigns("pen"), Owner), AndAlso(Descriptors.AnnaSigns("pen"), Owner));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal(0, service.Emulator.Credits);
        Assert.Equal(docids[1], Assert.Single(await service.ActiveAsync(), row => row.Value.GetProperty("status").GetInt32() == 11).Key);
        byte[] trail = (await service.GetAsync("v1/audittrail/retrieve", await service.SignedIdAsync(docids[1]))).Body;
        Assert.Contains("Owner Example could not be placed", TestPdf.WordsOf(trail), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Owner]));
        Assert.Contains("credits", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_SharedSignature_IsNotPartOfTheAnswer()
    {
        await using TestService service = await TestService.StartAsync(ShareSignatures);

        JsonElement user = (await service.GetAsync("v1/users/retrieve")).Ok[0];

        Assert.Equal(9, user.EnumerateObject().Count());
    }

    private static void ShareSignatures(OkSignEmulatorOptions options)
        => options.Users = [.. options.Users.Select(user => user with { SharesAutomaticSignature = true })];

    private static JsonObject AndAlso(JsonObject descriptor, params string[] users) => AndAlso(descriptor, ["pen"], users);

    private static JsonObject AndAlso(JsonObject descriptor, string[] methods, params string[] users)
    {
        foreach (string user in users)
        {
            double posY = 100 + (60 * descriptor["fields"]!.AsArray().Count);
            descriptor["fields"]!.AsArray().Add(Descriptors.Signature($"SIG_{user[^1]}", user, posY, methods: methods));
        }

        return descriptor;
    }

    private static async Task<int> ValidAsync(TestService service)
        => Assert.Single((await service.GetAsync("v1/documents/active")).Ok.EnumerateArray()).GetProperty("nbrOfSigaturesValid").GetInt32();
}

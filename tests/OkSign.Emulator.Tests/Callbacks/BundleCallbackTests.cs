using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Callbacks;

public class BundleCallbackTests
{
    private const string Owner = "bt_11111111-0000-0000-0000-000000000001";

    [Fact]
    public async Task Callback_LinkOfABriefcase_IsToldThereForEachDocument()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.At("/key"));
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(
            Tokeninfos.Briefcase(docids).With("callbackURL", receiver.At("/briefcase").AbsoluteUri));

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal(["/briefcase", "/briefcase"], await PathsAsync(service, receiver));
        Assert.Equal(docids, receiver.Queries.Select(query => query["source_docid"].ToString()));
    }

    [Theory]
    [InlineData(true, true, "/session")]
    [InlineData(false, true, "/briefcase")]
    [InlineData(false, false, "/key")]
    public async Task Callback_LinkOfASession_IsToldByTheFirstThatHasAnAddress(bool sessionHasOne, bool briefcaseHasOne, string path)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.At("/key"));
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        await service.CreateBriefcaseAsync(
            Tokeninfos.Briefcase(docids).With("callbackURL", briefcaseHasOne ? receiver.At("/briefcase").AbsoluteUri : null));
        Uri link = await service.CreateSignExpressAsync(
            Tokeninfos.SignExpress(Descriptors.Anna, docids).With("callbackURL", sessionHasOne ? receiver.At("/session").AbsoluteUri : null));

        await service.SignAsync(link);

        Assert.Equal([path], await PathsAsync(service, receiver));
    }

    [Fact]
    public async Task Callback_TwoLinksOfOneDocument_AreToldWhereEachBelongs()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.At("/key"));
        (string docid, Dictionary<string, Uri> own) = await service.DescribedAsync(Descriptors.AnnaAndBertSign("pen"));
        Uri link = await service.CreateSignExpressAsync(
            Tokeninfos.SignExpress(Descriptors.Anna, docid).With("callbackURL", receiver.At("/session").AbsoluteUri));

        await service.SignAsync(link);
        await service.SignAsync(own[Descriptors.Bert]);

        Assert.Equal(["/session", "/key"], await PathsAsync(service, receiver));
    }

    [Fact]
    public async Task Callback_SharedSignature_IsToldWhereTheSigningWasThatMadeItPossible()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options =>
        {
            options.CallbackUrl = receiver.At("/key");
            options.Users = [.. options.Users.Select(user => user with { SharesAutomaticSignature = true })];
        });
        JsonObject descriptor = Descriptors.AnnaSigns("pen");
        descriptor["fields"]!.AsArray().Add(Descriptors.Signature("SIG_OWNER", Owner, 100, methods: "pen"));
        string[] docids = await service.DescribedAllAsync(descriptor);
        Uri link = await service.CreateSignExpressAsync(
            Tokeninfos.SignExpress(Descriptors.Anna, docids).With("callbackURL", receiver.At("/session").AbsoluteUri));

        await service.SignAsync(link);

        Assert.Equal(["/session", "/session"], await PathsAsync(service, receiver));
        Assert.Equal([Descriptors.Anna, Owner], receiver.Queries.Select(query => query["signerid"].ToString()));
    }

    [Fact]
    public async Task Webhook_DocumentInABriefcaseOrNot_IsToldByTheFirstThatHasAnAddress()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.WebhookUrl = receiver.At("/key"));
        JsonObject Notified() => Descriptors.AnnaSigns("pen").With(Notices.Reminding(60, 0, 1, Descriptors.Anna));
        service.Emulator.FailDelivery("anna@example.com");
        string[] docids = await service.DescribedAllAsync(Notified(), Notified());
        await service.CreateBriefcaseAsync(
            Tokeninfos.Briefcase(docids[1]).With("webhookURL", receiver.At("/briefcase").AbsoluteUri));

        service.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["/key", "/briefcase"], await PathsAsync(service, receiver));
        Assert.Equal(docids, receiver.Queries.Select(query => query["source_docid"].ToString()));
    }

    private static async Task<IEnumerable<string>> PathsAsync(TestService service, Receiver receiver)
    {
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
        return receiver.Calls.Select(call => call.PathAndQuery.Split('?')[0]);
    }
}

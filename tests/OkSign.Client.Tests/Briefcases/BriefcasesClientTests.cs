using System.Net;
using NSubstitute;

namespace OkSign.Client.Tests;

public sealed class BriefcasesClientTests : SessionTest
{
    private static readonly Briefcase Pack = new() { Documents = [Sample.SourceId, Other] };

    [Fact]
    public async Task Create_TwoDocuments_SendsTheirIdsOnly()
    {
        Network.Answers(Sample.Ok($"\"{TokenText}\""));

        CreatedBriefcase created = await Client.Briefcases.CreateAsync(Pack, Cancel);

        Assert.Equal(TokenText, created.Token.Value);
        SentRequest request = Assert.Single(Network.Requests);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        WireJson.AssertSame($$"""{ "documents": [ { "docid": "{{Sample.SourceIdText}}" }, { "docid": "{{Other}}" } ] }""", request.Text);
    }

    [Fact]
    public async Task Create_LostAnswer_IsNotSentAgain()
    {
        Network.Answers(HttpStatusCode.BadGateway);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => Clock.RunAsync(Client.Briefcases.CreateAsync(Pack, Cancel)));

        Assert.True(exception.MayHaveReachedService);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task RetrieveAndRemove_Token_TravelsInTheHeader()
    {
        var token = new BriefcaseToken(TokenText);
        Network.Answers(Sample.Ok("""{ "documents": [] }""")).Answers(Sample.Ok("\"\""));

        Briefcase briefcase = await Client.Briefcases.RetrieveAsync(token, Cancel);
        await Client.Briefcases.RemoveAsync(token, Cancel);

        Assert.Empty(briefcase.Documents);
        Assert.Equal([TokenText, TokenText], Network.Requests.Select(static request => request.Headers["x-oksign-docid"]));
    }

    [Fact]
    public Task Create_NoDocument_SendsNothing() => AssertRefusedAsync(Pack with { Documents = [] }, nameof(Briefcase.Documents));

    [Fact]
    public Task Create_DocumentTwice_SendsNothing()
        => AssertRefusedAsync(Pack with { Documents = [Sample.SourceId, Other, Sample.SourceId] }, nameof(Briefcase.Documents));

    [Fact]
    public Task Create_DefaultId_SendsNothing()
        => AssertRefusedAsync(Pack with { Documents = [Sample.SourceId, default(SourceDocumentId)] }, nameof(Briefcase.Documents));

    [Fact]
    public Task Create_NullForADocument_SendsNothing()
        => AssertRefusedAsync(Pack with { Documents = [Sample.SourceId, null!] }, nameof(Briefcase.Documents));

    [Theory]
    [InlineData("/relative")]
    [InlineData("app.example.com/callback")]
    [InlineData("ftp://app.example.com/callback")]
    [InlineData("file:///callback")]
    public async Task Create_AddressNotOfTheWeb_SendsNothing(string text)
    {
        var address = new Uri(text, UriKind.RelativeOrAbsolute);

        await AssertRefusedAsync(Pack with { CallbackUrl = address }, nameof(Briefcase.CallbackUrl));
        await AssertRefusedAsync(Pack with { ReturnUrl = address }, nameof(Briefcase.ReturnUrl));
        await AssertRefusedAsync(Pack with { WebhookUrl = address }, nameof(Briefcase.WebhookUrl));
    }

    [Theory]
    [InlineData("http://localhost:5000/callback")]
    [InlineData("HTTPS://app.example.com/callback?secret=1")]
    public async Task Create_AddressOfTheWeb_IsSentAsItIs(string address)
    {
        Network.Answers(Sample.Ok($"\"{TokenText}\""));

        await Client.Briefcases.CreateAsync(Pack with { CallbackUrl = new Uri(address) }, Cancel);

        Assert.Contains($"\"callbackURL\":\"{address}\"", Network.Requests[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_NothingToActOn_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("briefcase", () => Client.Briefcases.CreateAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("token", () => Client.Briefcases.RetrieveAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("token", () => Client.Briefcases.RemoveAsync(default, Cancel));
        Assert.Empty(Network.Requests);
    }

    [Fact]
    public async Task Mock_OfBriefcases_AnswersAsItIsTold()
    {
        OkSignClient client = Substitute.For<OkSignClient>();
        client.Briefcases.Returns(Substitute.For<BriefcasesClient>());
        var created = new CreatedBriefcase { Token = new BriefcaseToken("a-1"), Links = [new SigningLink { Url = Sample.BaseAddress }] };
        client.Briefcases.CreateAsync(Pack, Cancel).Returns(created);

        Assert.Same(created, await client.Briefcases.CreateAsync(Pack, Cancel));
    }

    private Task AssertRefusedAsync(Briefcase briefcase, string memberName)
        => AssertRefusedAsync("briefcase", memberName, () => Client.Briefcases.CreateAsync(briefcase, Cancel));
}

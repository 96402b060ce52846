using System.Net;
using NSubstitute;

namespace OkSign.Client.Tests;

public sealed class SignExpressClientTests : SessionTest
{
    private static readonly SignExpressSession Session = new() { Documents = [Sample.SourceId], SignerId = SignerId.Anonymous(1) };

    [Fact]
    public async Task Create_RequiredMembersOnly_SendsNothingElse()
    {
        Network.Answers(Sample.Ok("\"https://sign.example/1\""));

        CreatedSignExpress created = await Client.SignExpress.CreateAsync(Session, Cancel);

        Assert.Equal(("https://sign.example/1", null), (created.Url?.AbsoluteUri, created.Token));
        WireJson.AssertSame(
            $$"""{ "documents": [ { "docid": "{{Sample.SourceIdText}}" } ], "signerid": "{{SignerId.Anonymous(1)}}" }""",
            Assert.Single(Network.Requests).Text);
    }

    [Fact]
    public async Task Create_LostAnswer_IsNotSentAgain()
    {
        Network.Answers(HttpStatusCode.BadGateway);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => Clock.RunAsync(Client.SignExpress.CreateAsync(Session, Cancel)));

        Assert.Equal((true, 1), (exception.MayHaveReachedService, exception.Attempts));
    }

    [Fact]
    public async Task RetrieveAndRemove_Token_TravelsInTheHeader()
    {
        var token = new SignExpressToken(TokenText);
        Network.Answers(Sample.Ok("""{ "documents": [], "signerid": "bt_1" }""")).Answers(Sample.Ok("\"\""));

        SignExpressSession session = await Client.SignExpress.RetrieveAsync(token, Cancel);
        await Client.SignExpress.RemoveAsync(token, Cancel);

        Assert.Equal("bt_1", session.SignerId.Value);
        Assert.Equal([TokenText, TokenText], Network.Requests.Select(static request => request.Headers["x-oksign-docid"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public Task Create_ValidityOfLessThanADay_SendsNothing(int days)
        => AssertRefusedAsync(Session with { ValidityDays = days }, nameof(SignExpressSession.ValidityDays));

    [Fact]
    public async Task Create_ValidityOfOneDay_IsSent()
    {
        Network.Answers(Sample.Ok("\"https://sign.example/1\""));

        await Client.SignExpress.CreateAsync(Session with { ValidityDays = 1 }, Cancel);

        Assert.Contains("\"validity\":1", Network.Requests[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_DocumentsThatSayTooLittle_SendsNothing()
    {
        await AssertRefusedAsync(Session with { Documents = [] }, nameof(SignExpressSession.Documents));
        await AssertRefusedAsync(Session with { Documents = [default(SourceDocumentId)] }, nameof(SignExpressSession.Documents));
        await AssertRefusedAsync(Session with { Documents = [Other, Other] }, nameof(SignExpressSession.Documents));
    }

    [Fact]
    public Task Create_DefaultSigner_SendsNothing()
        => AssertRefusedAsync(Session with { SignerId = default }, nameof(SignExpressSession.SignerId));

    [Fact]
    public async Task Create_AddressNotOfTheWeb_SendsNothing()
    {
        await AssertRefusedAsync(Session with { CallbackUrl = new Uri("/x", UriKind.Relative) }, nameof(SignExpressSession.CallbackUrl));
        await AssertRefusedAsync(Session with { ReturnUrl = new Uri("mailto:anna@example.com") }, nameof(SignExpressSession.ReturnUrl));
    }

    [Fact]
    public async Task AnyCall_NothingToActOn_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("session", () => Client.SignExpress.CreateAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("token", () => Client.SignExpress.RetrieveAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("token", () => Client.SignExpress.RemoveAsync(default, Cancel));
        Assert.Empty(Network.Requests);
    }

    [Fact]
    public async Task Mock_OfSignExpress_AnswersAsItIsTold()
    {
        OkSignClient client = Substitute.For<OkSignClient>();
        client.SignExpress.Returns(Substitute.For<SignExpressClient>());
        var created = new CreatedSignExpress { Url = Sample.BaseAddress };
        client.SignExpress.CreateAsync(Session, Cancel).Returns(created);

        Assert.Same(created, await client.SignExpress.CreateAsync(Session, Cancel));
    }

    private Task AssertRefusedAsync(SignExpressSession session, string memberName)
        => AssertRefusedAsync("session", memberName, () => Client.SignExpress.CreateAsync(session, Cancel));
}

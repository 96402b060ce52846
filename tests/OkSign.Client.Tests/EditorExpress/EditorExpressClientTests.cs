using System.Net;
using NSubstitute;

namespace OkSign.Client.Tests;

public sealed class EditorExpressClientTests : SessionTest
{
    private static readonly EditorExpressSession Session = new() { DocumentId = Sample.SourceId };

    [Fact]
    public async Task Create_DocumentOnly_SendsNothingElse()
    {
        Network.Answers(Sample.Ok($"\"https://editor.example/{TokenText}\""));

        CreatedEditorExpress created = await Client.EditorExpress.CreateAsync(Session, Cancel);

        Assert.Equal(($"https://editor.example/{TokenText}", TokenText), (created.Url?.AbsoluteUri, created.Token?.Value));
        WireJson.AssertSame($$"""{ "docid": "{{Sample.SourceIdText}}" }""", Assert.Single(Network.Requests).Text);
    }

    [Fact]
    public async Task Create_LostAnswer_IsNotSentAgain()
    {
        Network.Answers(HttpStatusCode.BadGateway);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => Clock.RunAsync(Client.EditorExpress.CreateAsync(Session, Cancel)));

        Assert.Equal((true, 1), (exception.MayHaveReachedService, exception.Attempts));
    }

    [Fact]
    public async Task RetrieveAndRemove_Token_TravelsInTheHeader()
    {
        var token = new EditorExpressToken(TokenText);
        Network.Answers(Sample.Ok("""{ "docid": "a-1" }""")).Answers(Sample.Ok("\"\""));

        EditorExpressSession session = await Client.EditorExpress.RetrieveAsync(token, Cancel);
        await Client.EditorExpress.RemoveAsync(token, Cancel);

        Assert.Equal("a-1", session.DocumentId.Value);
        Assert.Equal([TokenText, TokenText], Network.Requests.Select(static request => request.Headers["x-oksign-docid"]));
    }

    [Fact]
    public Task Create_DefaultDocument_SendsNothing()
        => AssertRefusedAsync("session", nameof(EditorExpressSession.DocumentId), () => Client.EditorExpress.CreateAsync(new() { DocumentId = default }, Cancel));

    [Fact]
    public async Task AnyCall_NothingToActOn_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("session", () => Client.EditorExpress.CreateAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("token", () => Client.EditorExpress.RetrieveAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("token", () => Client.EditorExpress.RemoveAsync(default, Cancel));
        Assert.Empty(Network.Requests);
    }

    [Fact]
    public async Task Mock_OfEditorExpress_AnswersAsItIsTold()
    {
        OkSignClient client = Substitute.For<OkSignClient>();
        client.EditorExpress.Returns(Substitute.For<EditorExpressClient>());
        var created = new CreatedEditorExpress { Token = new EditorExpressToken("a-1") };
        client.EditorExpress.CreateAsync(Session, Cancel).Returns(created);

        Assert.Same(created, await client.EditorExpress.CreateAsync(Session, Cancel));
    }
}

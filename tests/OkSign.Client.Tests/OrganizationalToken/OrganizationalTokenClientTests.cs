using System.Net;

namespace OkSign.Client.Tests;

public sealed class OrganizationalTokenClientTests : IDisposable
{
    private static readonly Uri Address = new("https://app.example.com/oksign?tenant=1");

    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public OrganizationalTokenClientTests() => _client = TestClient.Over(_network, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Update_OneAddress_SendsThatOneOnly()
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.OrganizationalToken.UpdateAsync(new OrganizationalTokenSettings { WebhookUrl = Address }, Cancel);

        WireJson.AssertSame("""{ "webhookURL": "https://app.example.com/oksign?tenant=1" }""", Assert.Single(_network.Requests).Text);
    }

    [Fact]
    public async Task Update_FailureThatPasses_IsRepeatedWithTheSameBody()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable).Answers(Sample.Ok("\"\""));

        await _clock.RunAsync(_client.OrganizationalToken.UpdateAsync(new OrganizationalTokenSettings { ReturnUrl = Address }, Cancel));

        Assert.Equal(2, _network.Requests.Count);
        Assert.Equal(_network.Requests[0].Text, _network.Requests[1].Text);
    }

    [Fact]
    public async Task Update_SeveralReasons_AreAllTold()
    {
        _network.Answers(Sample.Failed("""[ "callbackURL is not a valid URL", "returnURL is not a valid URL" ]"""));

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(
            () => _client.OrganizationalToken.UpdateAsync(new OrganizationalTokenSettings { CallbackUrl = Address }, Cancel));

        Assert.Equal(["callbackURL is not a valid URL", "returnURL is not a valid URL"], exception.Reasons);
    }

    [Fact]
    public async Task Update_Nothing_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("settings", () => _client.OrganizationalToken.UpdateAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("settings", () => _client.OrganizationalToken.UpdateAsync(new OrganizationalTokenSettings(), Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Update_AddressesThatNobodyCanCall_AreAllTold()
    {
        var settings = new OrganizationalTokenSettings
        {
            CallbackUrl = new Uri("/oksign/callback", UriKind.Relative),
            ReturnUrl = Address,
            WebhookUrl = new Uri("ftp://app.example.com/"),
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>("settings", () => _client.OrganizationalToken.UpdateAsync(settings, Cancel));

        Assert.Contains("CallbackUrl:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("WebhookUrl:", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ReturnUrl:", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_network.Requests);
    }
}

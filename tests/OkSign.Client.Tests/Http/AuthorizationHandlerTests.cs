namespace OkSign.Client.Tests;

public sealed class AuthorizationHandlerTests : IDisposable
{
    private const string Header = "x-oksign-authorization";

    private readonly StubNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData("https://service.example/rest/v1/thing")]
    [InlineData("https://SERVICE.example/rest/v1/thing")]
    [InlineData("https://service.example:443/other")]
    public async Task Send_ToTheService_HasTheCredentials(string address)
    {
        SentRequest request = await SendAsync(address);

        Assert.Equal(Sample.KeyText, request.Headers[Header]);
    }

    [Theory]
    [InlineData("http://service.example/rest/v1/thing")]
    [InlineData("https://service.example:8443/rest/v1/thing")]
    [InlineData("https://www.service.example/rest/v1/thing")]
    [InlineData("https://service.example.evil.example/rest/v1/thing")]
    [InlineData("https://evil.example/?https://service.example/")]
    public async Task Send_ToAnyOther_HasNoCredentials(string address)
    {
        SentRequest request = await SendAsync(address);

        Assert.False(request.Headers.ContainsKey(Header));
    }

    [Fact]
    public async Task Send_StaleCredentials_AreReplaced()
    {
        SentRequest request = await SendAsync("https://service.example/rest/v1/thing", "stale");

        Assert.Equal(Sample.KeyText, request.Headers[Header]);
    }

    [Fact]
    public async Task Send_StaleCredentialsToAnyOther_AreRemoved()
    {
        SentRequest request = await SendAsync("https://evil.example/", "stale");

        Assert.False(request.Headers.ContainsKey(Header));
    }

    [Fact]
    public async Task Send_InternationalHost_IsRecognisedInBothForms()
    {
        _network.Answers("fine");
        using var chain = new HandlerChain(_network, new AuthorizationHandler(Sample.Credentials.Key, new Uri("https://bücher.example/")));

        using HttpResponseMessage response = await chain.SendAsync(address: new Uri("https://xn--bcher-kva.example/v1"));

        Assert.Equal(Sample.KeyText, _network.Requests[0].Headers[Header]);
    }

    private async Task<SentRequest> SendAsync(string address, string? stale = null)
    {
        _network.Answers("fine");
        using var chain = new HandlerChain(_network, new AuthorizationHandler(Sample.Credentials.Key, Sample.BaseAddress));
        using HttpResponseMessage response = await chain.SendAsync(address: new Uri(address), prepare: request =>
        {
            if (stale is not null)
            {
                request.Headers.TryAddWithoutValidation(Header, stale);
            }
        });
        return _network.Requests[0];
    }
}

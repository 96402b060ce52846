using System.Net;

namespace OkSign.Client.Tests;

public sealed class SignersClientTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public SignersClientTests() => _client = TestClient.Over(_network, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task CalculateId_FailureThatPasses_IsAskedAgain()
    {
        _network.Answers(HttpStatusCode.BadGateway).Answers(Sample.Ok("\"bt_7\""));

        SignerId id = await _clock.RunAsync(_client.Signers.CalculateIdAsync("Anna Example", "anna@example.com", Cancel));

        Assert.Equal("bt_7", id.Value);
        Assert.Equal(2, _network.Requests.Count);
        Assert.Equal(_network.Requests[0].Text, _network.Requests[1].Text);
    }

    [Theory]
    [InlineData(null, "anna@example.com", "name")]
    [InlineData("", "anna@example.com", "name")]
    [InlineData(" ", "anna@example.com", "name")]
    [InlineData("Anna Example", null, "email")]
    [InlineData("Anna Example", "", "email")]
    [InlineData("Anna Example", "anna", "email")]
    public async Task CalculateId_NobodyInParticular_IsRefused(string? name, string? email, string parameter)
    {
        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => _client.Signers.CalculateIdAsync(name!, email!, Cancel));

        Assert.Equal(parameter, exception.ParamName);
        Assert.Empty(_network.Requests);
    }
}

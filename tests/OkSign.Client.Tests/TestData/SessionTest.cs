namespace OkSign.Client.Tests;

/// <summary>What the tests of briefcases, SignExpress and EditorExpress share: a client over a scripted network.</summary>
public abstract class SessionTest : IDisposable
{
    private protected const string TokenText = "012345-6f0a3b5e-0000-4000-8000-00000000000a";

    private protected static readonly SourceDocumentId Other = new("012345-6f0a3b5e-0000-4000-8000-000000000009");

    private readonly StubNetwork _network = new();

    private protected SessionTest() => Client = TestClient.Over(_network, Clock);

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected TestClock Clock { get; } = new();

    private protected OkSignClient Client { get; }

    private protected StubNetwork Network => _network;

    public void Dispose()
    {
        Client.Dispose();
        _network.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task AssertRefusedAsync(string parameterName, string memberName, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(parameterName, call);

        Assert.StartsWith($"{memberName} ", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_network.Requests);
    }
}

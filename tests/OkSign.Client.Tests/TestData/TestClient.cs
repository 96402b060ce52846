namespace OkSign.Client.Tests;

/// <summary>A whole client, from its methods to its handlers, over a scripted network and a clock that a test moves.</summary>
internal static class TestClient
{
    public static OkSignClient Over(StubNetwork network, TimeProvider? clock = null, Action<OkSignClientOptions>? configure = null)
        => OkSignClient.CreateFrom(Options(configure), clock ?? new TestClock(), network);

    /// <summary>Settings for the scripted network. There are no limits: they would wait for the clock to move.</summary>
    public static OkSignClientOptions Options(Action<OkSignClientOptions>? configure = null)
    {
        var options = new OkSignClientOptions { Credentials = Sample.Credentials, BaseAddress = Sample.BaseAddress };
        foreach (Operation operation in KnownOperations.All)
        {
            options.UseRateLimiter(operation.Name, null);
        }

        configure?.Invoke(options);
        return options;
    }
}

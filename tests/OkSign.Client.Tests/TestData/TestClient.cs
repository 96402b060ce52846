namespace OkSign.Client.Tests;

/// <summary>A whole client, from its methods to its handlers, over a scripted network and a clock that a test moves.</summary>
internal static class TestClient
{
    public static OkSignClient Over(StubNetwork network, TimeProvider? clock = null, Action<OkSignClientOptions>? configure = null)
        => HttpPipeline.CreateClient(Options(configure), clock ?? new TestClock(), network);

    public static OkSignClientOptions Options(Action<OkSignClientOptions>? configure = null)
    {
        var options = new OkSignClientOptions { Credentials = Sample.Credentials, BaseAddress = Sample.BaseAddress };
        configure?.Invoke(options);
        return options;
    }
}

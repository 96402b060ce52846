using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests;

/// <summary>A whole client of OKdokument over a scripted network and a clock that a test moves.</summary>
internal static class TestOkDokument
{
    public static OkDokumentClient Over(HttpMessageHandler network, TimeProvider? clock = null, Action<OkDokumentClientOptions>? configure = null)
        => OkDokumentClient.CreateFrom(Options(configure), clock ?? new TestClock(), network);

    public static OkDokumentClientOptions Options(Action<OkDokumentClientOptions>? configure = null)
    {
        var options = new OkDokumentClientOptions { Credentials = Dokument.ApiKey, BaseAddress = Dokument.BaseAddress };
        configure?.Invoke(options);
        return options;
    }
}

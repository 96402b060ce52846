using Microsoft.Extensions.Time.Testing;
using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.TestData;

/// <summary>A client of OKdokument and the emulator that it talks to, on a clock that stands still unless moved.</summary>
internal sealed class DokumentService : IAsyncDisposable
{
    private DokumentService(OkSignEmulator emulator, OkDokumentClient client, FakeTimeProvider clock)
        => (Emulator, Client, Clock) = (emulator, client, clock);

    public OkSignEmulator Emulator { get; }

    public OkDokumentClient Client { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>A lease with a tag for each of two people.</summary>
    public static OkSignFile Lease => OkSignFile.FromBytes(Pdf.WithPages("Lessor _SC1_ Lessee _SC2_"), "lease.pdf");

    public static async Task<DokumentService> StartAsync(Action<OkSignEmulatorOptions>? emulate = null, Action<OkDokumentClientOptions>? configure = null)
    {
        // The client's clock is the machine's, by which it checks when requests expire.
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var options = new OkSignEmulatorOptions { TimeProvider = clock };
        emulate?.Invoke(options);
        OkSignEmulator emulator = await OkSignEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        var client = OkDokumentClient.Create(new OkDokumentApiKey(emulator.OkDokument.ApiKey), client =>
        {
            client.BaseAddress = emulator.OkDokument.BaseAddress;
            client.Retry.MaxRetries = 0;
            configure?.Invoke(client);
        });
        return new DokumentService(emulator, client, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}

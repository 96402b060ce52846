using OkSign.Emulator;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>One running sample for the tests of a class, with an emulator of the tests as its service. Each test has contracts of its own.</summary>
public sealed class SampleFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public OkSignEmulator Service { get; private set; } = null!;

    internal SampleApplication Application { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await OkSignEmulator.StartAsync();
        Application = await SampleApplication.StartAsync(_folder, Service);
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Service.DisposeAsync();
        _folder.Dispose();
    }
}

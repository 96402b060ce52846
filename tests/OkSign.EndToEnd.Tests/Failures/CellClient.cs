using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>Clients as an application has them, with a container, a network of their own and a clock of the test. A test uses one of them.</summary>
internal sealed class CellClient : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public CellClient(
        OkSignEmulator emulator,
        TimeProvider clock,
        HttpMessageHandler network,
        ILoggerProvider? logs = null,
        Action<ServiceClientOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        services
            .AddOkSign(options =>
            {
                Configure(options, emulator);
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => network);
        services
            .AddOkDokument(options =>
            {
                Configure(options, emulator);
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => network);
        _provider = services.BuildServiceProvider();
    }

    public OkSignClient OkSign => _provider.GetRequiredService<OkSignClient>();

    public OkDokumentClient OkDokument => _provider.GetRequiredService<OkDokumentClient>();

    public static void Configure(OkSignClientOptions options, OkSignEmulator emulator)
    {
        options.Credentials = OkSignCredentials.Parse(emulator.Authorization);
        options.BaseAddress = emulator.BaseAddress;
        SetTimeouts(options);

        // Limits have tests of their own. Without them every pause is one before a repetition.
        foreach (string operation in emulator.Faults.Operations)
        {
            options.UseRateLimiter(operation, null);
        }
    }

    public static void Configure(OkDokumentClientOptions options, OkSignEmulator emulator)
    {
        options.Credentials = new OkDokumentApiKey(emulator.OkDokument.ApiKey);
        options.BaseAddress = emulator.OkDokument.BaseAddress;
        SetTimeouts(options);
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static void SetTimeouts(ServiceClientOptions options)
    {
        options.AttemptTimeout = PauseClock.AttemptTimeout;
        options.IdleTimeout = PauseClock.IdleTimeout;
    }
}

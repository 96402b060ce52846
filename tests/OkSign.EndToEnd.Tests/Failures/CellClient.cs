using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OkSign.Client;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A client as an application has it, with a container, a network of its own and a clock of the test.</summary>
internal sealed class CellClient : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public CellClient(
        OkSignEmulator emulator,
        TimeProvider clock,
        HttpMessageHandler network,
        ILoggerProvider? logs = null,
        Action<OkSignClientOptions>? configure = null)
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
        _provider = services.BuildServiceProvider();
        Client = _provider.GetRequiredService<OkSignClient>();
    }

    public OkSignClient Client { get; }

    public static void Configure(OkSignClientOptions options, OkSignEmulator emulator)
    {
        options.Credentials = OkSignCredentials.Parse(emulator.Authorization);
        options.BaseAddress = emulator.BaseAddress;
        options.AttemptTimeout = PauseClock.AttemptTimeout;
        options.IdleTimeout = PauseClock.IdleTimeout;

        // Limits have tests of their own. Without them every pause is one before a repetition.
        foreach (string operation in emulator.Faults.Operations)
        {
            options.UseRateLimiter(operation, null);
        }
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}

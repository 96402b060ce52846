using Microsoft.Extensions.Options;
using OkSign.Client;

namespace AspNetCoreHost.Hosting;

/// <summary>
/// The service that this application talks to now. A contract belongs to the one that it was sent to: an emulator forgets all when it ends,
/// and another account does not know it.
/// </summary>
public sealed class ConnectedService
{
    private const string EmulatorPrefix = "emulator ";

    public ConnectedService(IOptions<OkSignClientOptions> options, IConfiguration configuration)
    {
        string? emulator = configuration[EmbeddedEmulator.Setting];
        IsEmbeddedEmulator = emulator is not null;
        Key = emulator is null ? $"account {options.Value.Credentials!.AccountNumber}" : EmulatorPrefix + emulator;
    }

    /// <summary>What tells it from others, in the database.</summary>
    public string Key { get; }

    public bool IsEmbeddedEmulator { get; }

    /// <summary>Why nothing can be done with a contract any more; null when it can.</summary>
    public string? WhyOutOfReach(string? serviceOfContract) => serviceOfContract switch
    {
        null => null,
        _ when serviceOfContract == Key => null,
        _ when serviceOfContract.StartsWith(EmulatorPrefix, StringComparison.Ordinal) => "of a former emulator",
        _ => "of another account",
    };
}

using System.Security.Cryptography;
using OkSign.Emulator;

namespace AspNetCoreHost.Hosting;

/// <summary>An emulator inside this process, for whoever has no account (yet).</summary>
internal static class EmbeddedEmulator
{
    /// <summary>The setting by which the pages tell that nothing is real.</summary>
    public const string Setting = "EmbeddedEmulator";

    /// <summary>Starts an emulator and has the settings point to it, unless there is a key for a service. Dispose it after the host.</summary>
    public static async Task<OkSignEmulator?> StartUnlessConfiguredAsync(ConfigurationManager configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration["OkSign:Authorization"]))
        {
            return null;
        }

        OkSignEmulator emulator = await OkSignEmulator.StartAsync();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [Setting] = RandomNumberGenerator.GetHexString(16, lowercase: true),
            ["OkSign:Authorization"] = emulator.Authorization,
            ["OkSign:BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
        });
        return emulator;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OkSign.Client.Soak;

/// <summary>The other process, as this one sees it.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process, EmulatorAddress address) => (_process, Address) = (process, address);

    public EmulatorAddress Address { get; }

    public static async Task<EmulatorProcess> StartAsync(SoakArguments arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "OkSign.Client.Soak"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "emulator",
                arguments.Faults.ToString(CultureInfo.InvariantCulture),
                arguments.Seed.ToString(CultureInfo.InvariantCulture),
            },
        };
        Process process = Process.Start(start)!;
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The emulator did not start.");
        return new EmulatorProcess(process, JsonSerializer.Deserialize(line, SoakJson.Default.EmulatorAddress)!);
    }

    /// <summary>Ends the bad day.</summary>
    public Task CalmAsync() => AskAsync("calm");

    public async Task<WhatHappened> ReportAsync()
        => JsonSerializer.Deserialize(await AskAsync("report"), SoakJson.Default.WhatHappened)!;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The emulator is gone.");
    }
}

using System.Net.Sockets;

namespace OkSign.Emulator.CommandLine;

/// <summary>Runs the emulator as a program of its own.</summary>
internal static class StandAlone
{
    public const int Success = 0;
    public const int CannotStart = 1;
    public const int WrongArguments = 2;

    /// <summary>Runs until cancelled.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            CommandLineArguments parsed = CommandLineArguments.Parse(arguments);
            if (parsed.Help)
            {
                await output.WriteLineAsync(CommandLineArguments.Usage);
                return Success;
            }

            await ServeAsync(parsed, output, cancellationToken);
            return Success;
        }
        catch (FormatException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return WrongArguments;
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await error.WriteLineAsync($"The emulator cannot start: {failure.Message}");
            return CannotStart;
        }
    }

    private static async Task ServeAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(arguments.Options, cancellationToken);
        if (arguments.Faults > 0)
        {
            emulator.Faults.InjectRandomly(arguments.Faults, arguments.Seed);
        }

        await output.WriteLineAsync("The OKSign emulator is running; Ctrl-C stops it.");
        await output.WriteLineAsync($"OKSIGN_BASE_ADDRESS={emulator.BaseAddress}");
        await output.WriteLineAsync($"OKSIGN_AUTHORIZATION='{emulator.Authorization}'");
        await output.WriteLineAsync($"OKDOKUMENT_BASE_ADDRESS={emulator.OkDokument.BaseAddress}");
        await output.WriteLineAsync($"OKDOKUMENT_API_KEY='{emulator.OkDokument.ApiKey}'");
        await output.WriteLineAsync($"OKSIGN_DASHBOARD={emulator.Dashboard}");
        await output.FlushAsync(cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

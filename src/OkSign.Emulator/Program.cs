using System.Runtime.InteropServices;
using OkSign.Emulator.CommandLine;

namespace OkSign.Emulator;

// Not top-level statements: the ASP.NET Core SDK would make their class public.
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await StandAlone.RunAsync(arguments, Console.Out, Console.Error, stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}

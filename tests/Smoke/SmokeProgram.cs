using OkSign.Client;

namespace OkSign.Smoke;

/// <summary>Runs a smoke app and turns its end into an exit code: 0 all is as it must be, 1 something is not, 2 wrong arguments.</summary>
internal static class SmokeProgram
{
    public static async Task<int> RunAsync(string[] args, Func<SmokeArguments, Task> program)
    {
        if (SmokeArguments.TryParse(args) is not { } arguments)
        {
            Console.Error.WriteLine(SmokeArguments.Usage);
            return 2;
        }

        try
        {
            await program(arguments).ConfigureAwait(false);
            return 0;
        }
        catch (Exception failure) when (failure is CheckFailedException or OkSignException)
        {
            Console.Error.WriteLine(failure);
            return 1;
        }
    }
}

using Spectre.Console;

namespace BulkSend;

/// <summary>A bar where somebody watches, a line now and then in a log.</summary>
internal static class SendProgress
{
    public static Task ShowAsync(int total, Func<Action, Task> work)
        => AnsiConsole.Profile.Capabilities.Interactive
            ? AnsiConsole.Progress().StartAsync(context =>
            {
                ProgressTask task = context.AddTask("Sending", maxValue: total);
                return work(() => task.Increment(1));
            })
            : work(LineEvery(total));

    private static Action LineEvery(int total)
    {
        int done = 0;
        int step = Math.Max(1, total / 10);
        return () =>
        {
            int now = Interlocked.Increment(ref done);
            if (now % step == 0)
            {
                Console.WriteLine($"{now} of {total}");
            }
        };
    }
}

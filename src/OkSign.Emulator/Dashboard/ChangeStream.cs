using System.Runtime.CompilerServices;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>
/// Turns changes into events for somebody who looks: the first one at once, then at most one in a while, however many there are, and now and
/// then a sign of life.
/// </summary>
/// <param name="changes">The changes.</param>
/// <param name="realTime">The clock of the one who looks, which is not that of the emulator: a test may have stopped that one.</param>
internal sealed class ChangeStream(ChangeSignal changes, TimeProvider realTime)
{
    public const string Change = "change";
    public const string Heartbeat = "heartbeat";

    /// <summary>The shortest time between two changes.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest time without any event.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>The events from now on, without end. The first one is a change: who begins to look has not seen anything yet.</summary>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Before the event, so that what changes while somebody looks is told with the next one.
            Task next = changes.Next;
            yield return Change;
            await Task.Delay(Pause, realTime, cancellationToken);
            while (!await EndsWithinSilenceAsync(next, cancellationToken))
            {
                yield return Heartbeat;
            }
        }
    }

    private async Task<bool> EndsWithinSilenceAsync(Task next, CancellationToken cancellationToken)
    {
        await next.WaitAsync(Silence, realTime, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return next.IsCompleted;
    }
}

using System.Diagnostics;

namespace OkSign.Client.KilledHost;

/// <summary>Kills the process, as a power cut would, when it passes a point for the given time.</summary>
/// <param name="points">How many points it lives for; it lives on for ever with a negative number.</param>
internal sealed class Doom(int points)
{
    private int _left = points;

    public void Pass()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            // No handler, no finally, no flush.
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}

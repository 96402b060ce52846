using System.Net;

namespace OkSign.Emulator.Faults;

/// <summary>Draws faults that end by themselves.</summary>
internal sealed class RandomFaults(double share, int seed)
{
    private static readonly EmulatorFault TooMany = EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1));

    private static readonly EmulatorFault[] Kinds =
    [
        TooMany,
        EmulatorFault.Status(HttpStatusCode.InternalServerError),
        EmulatorFault.Status(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1), retryAfterAsDate: true),
        EmulatorFault.Html(HttpStatusCode.BadGateway),
        EmulatorFault.Html(HttpStatusCode.OK),
        EmulatorFault.Empty(),
        EmulatorFault.TruncatedAnswer(),
        EmulatorFault.BrokenAnswer(),
        EmulatorFault.Reset(),
        EmulatorFault.ResetWhileReading(afterBytes: 100),
        EmulatorFault.Delay(TimeSpan.FromSeconds(1)),
    ];

    // A seeded Random draws the same numbers in every version of .NET.
    private readonly Random _random = new(seed);

    public EmulatorFault? Draw(string _)
    {
        if (_random.NextDouble() >= share)
        {
            return null;
        }

        EmulatorFault fault = Kinds[_random.Next(Kinds.Length)];
        bool afterWork = _random.Next(2) == 1;

        // Who is told that there were too many calls may count on it that nothing was done.
        return fault.CanBeBoth && fault != TooMany ? fault with { AfterWork = afterWork } : fault;
    }
}

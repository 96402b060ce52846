namespace OkSign.Emulator.State;

/// <summary>The emulator's local time.</summary>
internal sealed class Clock(TimeProvider timeProvider)
{
    public DateTimeOffset Now => timeProvider.GetLocalNow();
}

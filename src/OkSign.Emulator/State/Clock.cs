namespace OkSign.Emulator.State;

/// <summary>The emulator's local time.</summary>
internal sealed class Clock(TimeProvider timeProvider)
{
    public DateTimeOffset Now => timeProvider.GetLocalNow();

    /// <summary>A moment in local time, which OKdokument does not live by.</summary>
    public DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, timeProvider.LocalTimeZone);
}

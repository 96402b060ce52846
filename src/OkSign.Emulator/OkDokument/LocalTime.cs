using System.Globalization;

namespace OkSign.Emulator.OkDokument;

/// <summary>The time of the service, which is that of Bratislava on every machine: some have no time zone data.</summary>
internal static class LocalTime
{
    private static readonly TimeZoneInfo Bratislava = Build();

    public static DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Bratislava);

    public static string Format(DateTimeOffset moment) => Of(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A moment some time later; the end of time when that is further than a date can tell.</summary>
    public static DateTimeOffset After(DateTimeOffset moment, TimeSpan time)
        => time < DateTimeOffset.MaxValue - moment ? moment + time : DateTimeOffset.MaxValue;

    /// <summary>The moments of one time of day that are after the first and not after the second moment.</summary>
    public static IEnumerable<DateTimeOffset> Daily(TimeOnly time, DateTimeOffset after, DateTimeOffset until)
    {
        for (var day = DateOnly.FromDateTime(Of(after).DateTime); ; day = day.AddDays(1))
        {
            DateTime local = day.ToDateTime(time);
            var moment = new DateTimeOffset(local, Bratislava.GetUtcOffset(local));
            if (moment > until)
            {
                yield break;
            }

            if (moment > after)
            {
                yield return moment;
            }
        }
    }

    private static TimeZoneInfo Build()
    {
        var twoOClock = new DateTime(1, 1, 1, 2, 0, 0);
        var start = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(twoOClock, month: 3, week: 5, DayOfWeek.Sunday);
        var end = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(twoOClock.AddHours(1), month: 10, week: 5, DayOfWeek.Sunday);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), start, end);
        return TimeZoneInfo.CreateCustomTimeZone("Bratislava", TimeSpan.FromHours(1), "Bratislava", "CET", "CEST", [summer]);
    }
}

namespace OkSign.Client.Tests;

public class WireTimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Format_Utc_HasANumericOffset() => Assert.Equal("2026-03-01T12:00:00+00:00", WireTime.Format(Noon));

    [Fact]
    public void Format_OtherOffset_KeepsIt() => Assert.Equal("2026-03-01T14:30:00+02:30", WireTime.Format(Noon.ToOffset(new TimeSpan(2, 30, 0))));

    [Fact]
    public void Format_Fraction_IsRoundedDown() => Assert.Equal("2026-03-01T12:00:00+00:00", WireTime.Format(Noon.AddMilliseconds(999)));

    [Fact]
    public void RoundUp_WholeSecond_IsUnchanged() => Assert.Equal(Noon, WireTime.RoundUp(Noon));

    [Theory]
    [InlineData(1)]
    [InlineData(TimeSpan.TicksPerSecond - 1)]
    [InlineData(TimeSpan.TicksPerSecond)]
    public void RoundUp_Fraction_IsTheNextSecond(long ticks) => Assert.Equal(Noon.AddSeconds(1), WireTime.RoundUp(Noon.AddTicks(ticks)));

    [Fact]
    public void RoundUp_LastMomentOfTime_StaysThere() => Assert.Equal(DateTimeOffset.MaxValue, WireTime.RoundUp(DateTimeOffset.MaxValue));
}

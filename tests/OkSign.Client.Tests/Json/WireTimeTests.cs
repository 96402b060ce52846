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

    [Theory]
    [InlineData("2026-03-01T13:00:00+01:00")]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData(" 2026-03-01 12:00:00 ")]
    [InlineData("2026-03-01T12:00")]
    public void Parse_KnownForm_IsThatMoment(string text) => Assert.Equal(Noon, WireTime.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("noon")]
    [InlineData("01/03/2026 12:00:00")]
    [InlineData("2026-03-01T25:00:00Z")]
    public void Parse_OtherForm_IsNone(string text) => Assert.Null(WireTime.Parse(text));

    [Theory]
    [InlineData(1772366400)]
    [InlineData(1772366400000)]
    public void FromUnixTime_SecondsOrMilliseconds_IsThatMoment(long number) => Assert.Equal(Noon, WireTime.FromUnixTime(number));

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void FromUnixTime_OutOfRange_IsNone(long number) => Assert.Null(WireTime.FromUnixTime(number));
}

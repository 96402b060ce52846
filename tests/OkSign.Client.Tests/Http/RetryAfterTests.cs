using System.Net.Http.Headers;

namespace OkSign.Client.Tests;

public class RetryAfterTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Of_NoHeader_IsNothing() => Assert.Null(Of(null));

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public void Of_Seconds_IsThatTime(int seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), Of(new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds))));

    [Theory]
    [InlineData(180, 180)]
    [InlineData(0, 0)]
    [InlineData(-180, 0)]
    public void Of_Date_IsTheTimeUntilThenAndNeverNegative(int secondsFromNow, int expected)
        => Assert.Equal(TimeSpan.FromSeconds(expected), Of(new RetryConditionHeaderValue(_clock.GetUtcNow().AddSeconds(secondsFromNow))));

    private TimeSpan? Of(RetryConditionHeaderValue? header)
    {
        using var response = new HttpResponseMessage { Headers = { RetryAfter = header } };
        return RetryAfter.Of(response, _clock);
    }
}

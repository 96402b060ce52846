namespace OkSign.Client.Tests;

public class MobileNumberTests
{
    [Theory]
    [InlineData("+32470000001")]
    [InlineData("+1234567")]
    [InlineData("+123456789012345")]
    public void IsE164_Number_Is(string text) => Assert.True(MobileNumber.IsE164(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("32470000001")]
    [InlineData("0032470000001")]
    [InlineData("0470000001")]
    [InlineData("+0470000001")]
    [InlineData("+123456")]
    [InlineData("+1234567890123456")]
    [InlineData("+32 470 00 00 01")]
    [InlineData("+32(0)470000001")]
    [InlineData("+32470000001 ")]
    [InlineData("+3247000000a")]
    [InlineData("+٣٢٤٧٠٠٠٠٠٠١")]
    [InlineData("++3247000001")]
    public void IsE164_AnotherText_IsNot(string? text) => Assert.False(MobileNumber.IsE164(text));
}

namespace OkSign.Client.Tests;

public class SignerIdTests
{
    [Theory]
    [InlineData(1, "bt_00000000-0000-0000-0000-000000000001")]
    [InlineData(12, "bt_00000000-0000-0000-0000-000000000012")]
    public void Anonymous_Number_IsTheServicesId(int number, string expected) => Assert.Equal(expected, SignerId.Anonymous(number).Value);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Anonymous_LessThanOne_IsRefused(int number) => Assert.Throws<ArgumentOutOfRangeException>(nameof(number), () => SignerId.Anonymous(number));

    [Fact]
    public void ToString_Always_IsTheText() => Assert.Equal("anna", new SignerId("anna").ToString());
}

namespace OkSign.Client.Tests;

public class WebAddressTests
{
    [Theory]
    [InlineData("https://app.example.com/oksign/callback?tenant=1", true)]
    [InlineData("http://localhost:5000/", true)]
    [InlineData("HTTPS://APP.EXAMPLE.COM", true)]
    [InlineData("ftp://app.example.com/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("mailto:anna@example.com", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("app.example.com/done", false)]
    [InlineData("done", false)]
    [InlineData("", false)]
    public void IsAbsolute_Address_TellsHttpOrHttps(string address, bool expected)
        => Assert.Equal(expected, WebAddress.IsAbsolute(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void IsAbsolute_Null_IsNot() => Assert.False(WebAddress.IsAbsolute(null));
}

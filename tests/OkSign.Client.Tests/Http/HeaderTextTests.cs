namespace OkSign.Client.Tests;

public class HeaderTextTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("a b", true)]
    [InlineData("!~", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData(" a", false)]
    [InlineData("a ", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\u007fb", false)]
    [InlineData("é", false)]
    public void IsValid_Text_TellsVisibleAsciiWithInnerSpaces(string text, bool expected) => Assert.Equal(expected, HeaderText.IsValid(text));
}

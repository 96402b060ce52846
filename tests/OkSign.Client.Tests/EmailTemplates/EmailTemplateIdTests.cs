namespace OkSign.Client.Tests;

public class EmailTemplateIdTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void Constructor_TextThatIsNoId_IsRefused(string text) => Assert.Throws<ArgumentException>("value", () => new EmailTemplateId(text));

    [Fact]
    public void Constructor_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => new EmailTemplateId(null!));

    [Fact]
    public void Value_IsTheTextAndEmptyForTheDefault()
    {
        Assert.Equal("my template", new EmailTemplateId("my template").ToString());
        Assert.Equal("", default(EmailTemplateId).Value);
    }
}

namespace OkSign.Client.Tests;

public class EmailAttachmentIdTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nx: y")]
    [InlineData("é")]
    public void Constructor_TextThatIsNoId_IsRefused(string text) => Assert.Throws<ArgumentException>("value", () => new EmailAttachmentId(text));

    [Fact]
    public void Constructor_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => new EmailAttachmentId(null!));

    [Fact]
    public void Value_OfTheDefault_IsEmpty() => Assert.Equal("", default(EmailAttachmentId).Value);

    [Fact]
    public void Attachments_OfAnEmail_AreReadAndWrittenAsTexts()
        => WireJson.AssertSurvives("""{ "to": [ "bt_1" ], "subject": "s", "attachments": [ "a-1", "a-2" ] }""", NotificationsJson.Shared.EmailNotification);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Attachments_GivenAsNothing_AreNone(string nothing)
        => Assert.Empty(WireJson.Read($$"""{ "to": [], "subject": "s", "attachments": {{nothing}} }""", NotificationsJson.Shared.EmailNotification).Attachments!);
}

namespace OkSign.Client.Tests;

public class NotificationTargetTests
{
    [Fact]
    public void Conversion_OfEitherId_KeepsTheText()
    {
        NotificationTarget document = Sample.SourceId;
        NotificationTarget briefcase = new BriefcaseToken("123456-B");

        Assert.Equal(Sample.SourceIdText, document.Value);
        Assert.Equal("123456-B", briefcase.ToString());
    }

    [Fact]
    public void Value_OfTheDefault_IsEmpty()
    {
        Assert.Equal("", default(NotificationTarget).Value);
        Assert.Equal("", new NotificationTarget(default(SourceDocumentId)).Value);
        Assert.Equal("", new NotificationTarget(default(BriefcaseToken)).Value);
    }
}

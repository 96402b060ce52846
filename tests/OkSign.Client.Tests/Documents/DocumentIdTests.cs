namespace OkSign.Client.Tests;

public class DocumentIdTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a\r\nx: y")]
    [InlineData("é")]
    [InlineData("a\u007f")]
    public void Constructor_TextThatCannotStandInAHeader_IsRefused(string text)
    {
        Assert.Throws<ArgumentException>("value", () => new SourceDocumentId(text));
        Assert.Throws<ArgumentException>("value", () => new SignedDocumentId(text));
        Assert.Throws<ArgumentException>("value", () => new SignerId(text));
        Assert.Throws<ArgumentException>("value", () => new BriefcaseToken(text));
        Assert.Throws<ArgumentException>("value", () => new SignExpressToken(text));
        Assert.Throws<ArgumentException>("value", () => new EditorExpressToken(text));
    }

    [Fact]
    public void Constructor_InnerSpace_IsForSignersOnly()
    {
        Assert.Throws<ArgumentException>("value", () => new SourceDocumentId("a b"));
        Assert.Throws<ArgumentException>("value", () => new SignedDocumentId("a b"));
        Assert.Equal("Anna Example", new SignerId("Anna Example").Value);
    }

    [Fact]
    public void Constructor_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new SourceDocumentId(null!));
        Assert.Throws<ArgumentNullException>(() => new SignedDocumentId(null!));
        Assert.Throws<ArgumentNullException>(() => new SignerId(null!));
    }

    [Fact]
    public void Value_OfTheDefault_IsEmpty()
    {
        Assert.Equal("", default(SourceDocumentId).Value);
        Assert.Equal("", default(SignedDocumentId).Value);
        Assert.Equal("", default(DocumentId).Value);
        Assert.Equal("", default(SignerId).Value);
        Assert.Equal("", default(BriefcaseToken).Value);
        Assert.Equal("", default(SignExpressToken).Value);
        Assert.Equal("", default(EditorExpressToken).Value);
    }

    [Fact]
    public void Conversion_OfEitherId_KeepsTheText()
    {
        DocumentId source = Sample.SourceId;
        DocumentId signed = Sample.SignedId;

        Assert.Equal(Sample.SourceIdText, source.Value);
        Assert.Equal(Sample.SignedIdText, signed.ToString());
    }

    [Fact]
    public void Value_OfATokenAsText_IsTheText()
    {
        Assert.Equal("a-1", new BriefcaseToken("a-1").ToString());
        Assert.Equal("a-1", new SignExpressToken("a-1").ToString());
        Assert.Equal("a-1", new EditorExpressToken("a-1").ToString());
    }

    [Fact]
    public void Equals_SameText_IsTrue()
    {
        Assert.Equal(new SourceDocumentId("a-1"), new SourceDocumentId("a-1"));
        Assert.NotEqual(new SourceDocumentId("a-1"), new SourceDocumentId("A-1"));
    }
}

namespace OkSign.Client.Tests;

public class ActiveDocumentTests
{
    [Theory]
    [InlineData(1, false, false, false)]
    [InlineData(10, false, true, false)]
    [InlineData(11, false, false, true)]
    [InlineData(12, false, false, false)]
    [InlineData(14, true, false, false)]
    [InlineData(77, false, false, false)]
    public void Kind_OfEachStatus_IsNamed(int status, bool isTemplate, bool isBriefcase, bool isInBriefcase)
    {
        ActiveDocument row = Read($$"""{ "status": {{status}} }""");

        Assert.Equal((isTemplate, isBriefcase, isInBriefcase), (row.IsTemplate, row.IsBriefcase, row.IsInBriefcase));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{ "status": 1 }""", null)]
    [InlineData("""{ "status": 12 }""", true)]
    [InlineData("""{ "status": "12", "reusable": "" }""", true)]
    [InlineData("""{ "status": 1, "reusable": true }""", true)]
    [InlineData("""{ "status": 12, "reusable": false }""", false)]
    public void IsReusable_OfEachRow_IsWhatItSaysOrElseItsStatus(string json, bool? expected) => Assert.Equal(expected, Read(json).IsReusable);

    [Fact]
    public void Kind_WithoutStatus_IsNone()
    {
        ActiveDocument row = Read("{}");

        Assert.False(row.IsTemplate || row.IsBriefcase || row.IsInBriefcase);
    }

    [Theory]
    [InlineData("""{ "status": 14 }""")]
    [InlineData("""{ "status": 10, "filename": "Hiring pack" }""")]
    [InlineData("""{ "status": 11, "reusable": false }""")]
    public void RoundTrip_Row_WritesTheStatusAndNoKind(string json) => WireJson.AssertSurvives(json, DocumentsJson.Shared.ActiveDocument);

    private static ActiveDocument Read(string json) => WireJson.Read(json, DocumentsJson.Shared.ActiveDocument);
}

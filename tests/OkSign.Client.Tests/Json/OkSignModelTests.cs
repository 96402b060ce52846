using System.Text.Json;

namespace OkSign.Client.Tests;

public class OkSignModelTests
{
    [Fact]
    public void AdditionalMembers_UnknownOnes_SurviveUnchanged()
        => WireJson.AssertSurvives("""{"filename":"a.pdf","colour":"blue","more":{"deep":[1,null,""]}}""", DocumentsJson.Shared.DocumentInfo);

    [Fact]
    public void AdditionalMembers_UnknownOnes_AreShown()
    {
        DocumentInfo info = WireJson.Read("""{"filename":"a.pdf","colour":"blue"}""", DocumentsJson.Shared.DocumentInfo);

        Assert.Equal("blue", Assert.Single(info.AdditionalMembers).Value.GetString());
    }

    [Fact]
    public void AdditionalMembers_None_IsEmpty()
    {
        Assert.Empty(new DocumentInfo().AdditionalMembers);
        Assert.Empty(WireJson.Read("{}", DocumentsJson.Shared.DocumentInfo).AdditionalMembers);
    }

    [Fact]
    public void AdditionalMembers_SetByTheUser_AreWritten()
    {
        using var json = JsonDocument.Parse("""{"colour":"blue"}""");
        var info = new DocumentInfo
        {
            FileName = "a.pdf",
            AdditionalMembers = new Dictionary<string, JsonElement> { ["colour"] = json.RootElement.GetProperty("colour").Clone() },
        };

        WireJson.AssertSame("""{"filename":"a.pdf","colour":"blue"}""", WireJson.Write(info, DocumentsJson.Shared.DocumentInfo));
    }

    [Fact]
    public void AdditionalMembers_OfADictionaryThatChangesLater_StayAsTheyWere()
    {
        var members = new Dictionary<string, JsonElement>();
        var info = new DocumentInfo { AdditionalMembers = members };

        members["late"] = default;

        Assert.Empty(info.AdditionalMembers);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"colour":"blue"}""")]
    public void AdditionalMembers_Cast_CannotBeChanged(string json)
    {
        DocumentInfo info = WireJson.Read(json, DocumentsJson.Shared.DocumentInfo);
        int count = info.AdditionalMembers.Count;

        var cast = Assert.IsType<IDictionary<string, JsonElement>>(info.AdditionalMembers, exactMatch: false);

        Assert.IsNotType<Dictionary<string, JsonElement>>(info.AdditionalMembers);
        Assert.Throws<NotSupportedException>(() => cast["late"] = default);
        Assert.Throws<NotSupportedException>(cast.Clear);
        Assert.Equal(count, info.AdditionalMembers.Count);
        Assert.Empty(new DocumentInfo().AdditionalMembers);
    }

    [Fact]
    public void Read_NamesInOtherLetterCase_AreRecognised()
        => Assert.Equal("a.pdf", WireJson.Read("""{"FileName":"a.pdf"}""", DocumentsJson.Shared.DocumentInfo).FileName);

    [Fact]
    public void Read_LoneSurrogateInAName_IsAJsonException()
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read("""{"\ud800":1}""", DocumentsJson.Shared.DocumentInfo));

    [Fact]
    public void Read_TooDeep_IsAJsonException()
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read(
            $$"""{"x":{{new string('[', 40)}}{{new string(']', 40)}}}""",
            DocumentsJson.Shared.DocumentInfo));

    [Fact]
    public void Write_NullMembers_AreLeftOut() => Assert.Equal("{}", WireJson.Write(new DocumentInfo(), DocumentsJson.Shared.DocumentInfo));

    [Fact]
    public void ToString_Always_IsTheTypesNameOnly()
    {
        var signer = new Signer { Id = SampleDescriptor.Anna, Name = "Anna", SigningUrl = new Uri("https://x.example/secret") };

        Assert.Equal("Signer", signer.ToString());
    }
}

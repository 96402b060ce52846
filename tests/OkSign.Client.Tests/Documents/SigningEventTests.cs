namespace OkSign.Client.Tests;

public class SigningEventTests
{
    [Fact]
    public void Read_CurrentNames_AreRead()
    {
        SigningEvent signing = Read(
            """
            {
              "source_docid": "a-1", "signed_docid": "a-2", "filename": "a.pdf", "signerid": "bt_1", "source": "web",
              "nbrOfSigaturesRequired": 2, "nbrOfSigaturesValid": "1",
              "fields_completed": [{ "name": "CITY", "value": "Gent" }],
              "creditsinfo": { "signerid": "bt_1", "credits": 0.5 },
              "ts": "2026-03-01T12:00:00+01:00"
            }
            """);

        Assert.Equal("a-1", signing.SourceDocumentId!.Value.Value);
        Assert.Equal("a-2", signing.SignedDocumentId!.Value.Value);
        Assert.Equal("a.pdf", signing.FileName);
        Assert.Equal("bt_1", signing.SignerId!.Value.Value);
        Assert.Equal("web", signing.Source);
        Assert.Equal(2, signing.SignaturesRequired);
        Assert.Equal(1, signing.SignaturesPlaced);
        Assert.Equal(("CITY", "Gent"), (Assert.Single(signing.CompletedFields).Name, signing.CompletedFields[0].Value));
        Assert.Equal(0.5m, Assert.Single(signing.CreditsUsed).Credits);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero), signing.Timestamp);
    }

    [Fact]
    public void Read_FormerNames_AreReadToo()
    {
        SigningEvent signing = Read("""{"source_doc":"a-1","signed_doc":"a-2"}""");

        Assert.Equal("a-1", signing.SourceDocumentId!.Value.Value);
        Assert.Equal("a-2", signing.SignedDocumentId!.Value.Value);
        Assert.Empty(signing.AdditionalMembers);
    }

    [Theory]
    [InlineData("""{"source_doc":"old-1","source_docid":"a-1","signed_doc":"old-2","signed_docid":"a-2"}""")]
    [InlineData("""{"source_docid":"a-1","source_doc":"old-1","signed_docid":"a-2","signed_doc":"old-2"}""")]
    public void Read_BothNames_TakesTheCurrentOnes(string json)
    {
        SigningEvent signing = Read(json);

        Assert.Equal("a-1", signing.SourceDocumentId!.Value.Value);
        Assert.Equal("a-2", signing.SignedDocumentId!.Value.Value);
    }

    [Fact]
    public void Read_CurrentNamesEmpty_TakesTheFormerOnes()
    {
        SigningEvent signing = Read("""{"source_docid":"","source_doc":"a-1","signed_docid":null,"signed_doc":"a-2"}""");

        Assert.Equal("a-1", signing.SourceDocumentId!.Value.Value);
        Assert.Equal("a-2", signing.SignedDocumentId!.Value.Value);
    }

    [Fact]
    public void Read_Nothing_HasEmptyLists()
    {
        SigningEvent signing = Read("""{"fields_completed":"","creditsinfo":null}""");

        Assert.Null(signing.SourceDocumentId);
        Assert.Null(signing.SignerId);
        Assert.Empty(signing.CompletedFields);
        Assert.Empty(signing.CreditsUsed);
        Assert.Empty(Read("{}").CompletedFields);
        Assert.Empty(Read("{}").CreditsUsed);
    }

    private static SigningEvent Read(string json) => WireJson.Read(json, DocumentsJson.Shared.SigningEvent);
}

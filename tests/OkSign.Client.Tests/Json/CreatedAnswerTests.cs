using System.Text.Json;

namespace OkSign.Client.Tests;

public class CreatedAnswerTests
{
    private const string Token = "012345-6F0A3B5E-0000-4000-8000-00000000000A";
    private const string Document = "012345-6F0A3B5E-0000-4000-8000-000000000001";

    [Theory]
    [InlineData($"https://sign.example/s/{Token}")]
    [InlineData($"http://sign.example/{Token}/")]
    [InlineData($"https://sign.example/s/{Token}?lang=nl#top")]
    public void Read_AddressThatEndsInAnId_HasTheToken(string address) => Assert.Equal(Token, Read($"\"{address}\"").Token?.Value);

    [Fact]
    public void Read_AddressThatEndsInAnIdOfOtherDigits_HasTheToken()
        => Assert.Equal("678909-6F0A3B5E-0000-4000-8000-00000000000A", Read("\"https://sign.example/s/678909-6F0A3B5E-0000-4000-8000-00000000000A\"").Token?.Value);

    [Theory]
    [InlineData("https://sign.example")]
    [InlineData("https://sign.example/s/7f3a9c1b")]
    [InlineData($"https://sign.example/s/{Token}/start")]
    [InlineData($"https://sign.example/s?token={Token}")]
    [InlineData("https://sign.example/s/01234x-6F0A3B5E-0000-4000-8000-00000000000A")]
    [InlineData("https://sign.example/s/012345-6F0A3B5E0000400080000000000000000A")]
    [InlineData("https://sign.example/s/012345-6F0A3B5E-0000-4000-8000-00000000000A-9")]
    [InlineData("https://sign.example/s/012345")]
    [InlineData("https://sign.example/s/012345-")]
    [InlineData($"https://sign.example/s/{Document}")]
    public void Read_AddressThatEndsInSomethingElse_HasNoToken(string address)
    {
        CreatedSignExpress created = Read($"\"{address}\"");

        Assert.Equal((address, null), (created.Url?.OriginalString, created.Token));
    }

    [Fact]
    public void Read_TokenAndAddressThatEndsInAnotherId_TakesTheToken()
        => Assert.Equal("a-1", Read($$"""{ "url": "https://sign.example/{{Token}}", "token": "a-1" }""").Token?.Value);

    [Theory]
    [InlineData("ftp://sign.example/s")]
    [InlineData("mailto:anna@example.com")]
    [InlineData("a-1")]
    public void Read_TextThatIsNoWebAddress_IsTheToken(string text)
    {
        CreatedSignExpress created = Read($"\"{text}\"");

        Assert.Equal((null, text), (created.Url, created.Token?.Value));
    }

    [Theory]
    [InlineData("""{ "url": "/s/1", "token": "a-1" }""", "/s/1")]
    [InlineData("""{ "URL": "not here yet", "docid": "a-1" }""", "not here yet")]
    public void Read_AddressThatIsNone_IsKeptBesideTheToken(string json, string address)
    {
        CreatedSignExpress created = Read(json);

        Assert.Equal((null, "a-1"), (created.Url, created.Token?.Value));
        Assert.Equal(address, Assert.Single(created.AdditionalMembers).Value.GetString());
    }

    [Theory]
    [InlineData("""{ "token": "a-1", "TOKEN": "a-2" }""")]
    [InlineData("""{ "docid": "a-1", "DocId": "a-2" }""")]
    public void Read_MemberTwice_TakesTheLast(string json) => Assert.Equal("a-2", Read(json).Token?.Value);

    [Theory]
    [InlineData("""{ "docid": "a-1" }""")]
    [InlineData("""{ "token": "", "docid": "a-1" }""")]
    [InlineData("""{ "token": 7, "docid": "a-1" }""")]
    public void Read_IdWithoutAToken_IsTheToken(string json) => Assert.Equal("a-1", Read(json).Token?.Value);

    [Fact]
    public void Read_TokenAndDocumentId_KeepsTheOtherAsWhatItIs()
    {
        CreatedSignExpress created = Read("""{ "token": "a-1", "docid": "a-2" }""");

        Assert.Equal("a-1", created.Token?.Value);
        Assert.Equal("a-2", Assert.Single(created.AdditionalMembers).Value.GetString());
    }

    [Fact]
    public void Read_IdOfTheDocumentItself_IsNoToken()
    {
        CreatedSignExpress created = Read($$"""{ "docid": "{{Document}}", "url": "https://sign.example/s/{{Document}}" }""");

        Assert.Equal((null, $"https://sign.example/s/{Document}"), (created.Token, created.Url?.OriginalString));
    }

    [Theory]
    [InlineData("null", "The answer has neither an address nor a token.")]
    [InlineData("{ \"url\": \"x\" }", "The answer has neither an address nor a token.")]
    [InlineData("[ 1 ]", "An object or a string is expected.")]
    [InlineData("\"\\ud800\"", "A name or a text is not valid Unicode.")]
    public void Read_NothingThatCanBeUsed_SaysWhatIsMissing(string json, string expected)
        => Assert.Equal(expected, Assert.Throws<JsonException>(() => Read(json)).Message);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("""{ "\ud800": 1, "token": "a-1" }""")]
    [InlineData("""{ "token": "\ud800" }""")]
    [InlineData("""{ "token": { } }""")]
    [InlineData("""{ "url": 7 }""")]
    [InlineData("[ \"a-1\" ]")]
    [InlineData("\" \"")]
    public void Read_NothingThatCanBeUsed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    private static CreatedSignExpress Read(string reason)
        => CreatedAnswer.Read(Envelope.Parse(Sample.Utf8(Sample.Ok(reason))), SignExpressJson.Shared.CreatedSignExpress, [Document.ToLowerInvariant()]);
}

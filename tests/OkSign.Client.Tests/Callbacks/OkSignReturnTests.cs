namespace OkSign.Client.Tests;

public class OkSignReturnTests
{
    [Fact]
    public void Parse_WholeReturn_HasItsOwnMembersAndThoseOfASignature()
    {
        var returned = OkSignReturn.Parse("?status=SIGNED&docid=a-1&signed_docid=a-2&nbrOfSigaturesRequired=1&nbrOfSigaturesValid=1");

        Assert.Equal("SIGNED", returned.Status);
        Assert.Equal("a-1", returned.DocumentId!.Value.Value);
        Assert.Equal("a-2", returned.SignedDocumentId!.Value.Value);
        Assert.True(returned.IsComplete);
    }

    [Theory]
    [InlineData("status=OK")]
    [InlineData("DOCID=a-1")]
    [InlineData("source_docid=a-1")]
    public void TryParse_AnyKnownParameter_IsEnough(string query) => Assert.True(OkSignReturn.TryParse(query, out _, out _));

    [Fact]
    public void Parse_BadDocid_IsNone() => Assert.Null(OkSignReturn.Parse("docid=a%20b&status=").DocumentId);

    [Theory]
    [InlineData("docid=a%00")]
    [InlineData("status=OK&source_docid=%0a")]
    [InlineData("secret=x")]
    public void TryParse_Unfit_SaysWhy(string query)
    {
        Assert.False(OkSignReturn.TryParse(query, out OkSignReturn? returned, out string? reason));

        Assert.Null(returned);
        Assert.NotEmpty(reason);
        Assert.Throws<FormatException>(() => OkSignReturn.Parse(query));
    }

    [Fact]
    public void Parse_PairsAndAddress_AreReadAlike()
    {
        var address = new Uri("/done?status=OK", UriKind.Relative);
        KeyValuePair<string, string?>[] pairs = [new("status", "OK")];

        Assert.Equal("OK", OkSignReturn.Parse(address).Status);
        Assert.Equal("OK", OkSignReturn.Parse(pairs).Status);
        Assert.True(OkSignReturn.TryParse(address, out _, out _));
        Assert.True(OkSignReturn.TryParse(pairs, out _, out _));
    }

    [Fact]
    public void ToString_Always_ShowsTheTypeOnly() => Assert.Equal("OkSignReturn", OkSignReturn.Parse("status=OK").ToString());
}

using CsCheck;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument.Inbound;

public class OkDokumentResultTests
{
    private const string Query = "?order=7&name=lease+1&docid=" + Dokument.DocumentIdText + "&lang=en&result=success&ts=1772448051874";

    private static readonly string[] Pieces = ["name=", "docid=", "lang=", "result=", "ts=", "&", "=", "?", "#", "%", "%2", "%00", "%ED%A0%80", "\ud800", "..", "1772448051874", "9999999999999999999"];

    [Fact]
    public void Parse_WholeResult_HasAllMembers()
    {
        OkDokumentResult result = OkDokumentResult.Parse(Query);

        Assert.Equal(("lease 1", Dokument.DocumentId, "en"), (result.Name, result.DocumentId, result.Language));
        Assert.Equal((RedirectResult.Success, DateTimeOffset.FromUnixTimeMilliseconds(1772448051874)), (result.Result, result.Timestamp));
        Assert.Equal("7", result.Parameters["ORDER"]);
        Assert.Equal(nameof(OkDokumentResult), result.ToString());
    }

    [Theory]
    [InlineData("result=Success", "success")]
    [InlineData("result=CANCEL", "cancel")]
    [InlineData("RESULT=close", "close")]
    [InlineData("result=mobile", "mobile")]
    [InlineData("result=timeout", "timeout")]
    public void Parse_Result_IsAnOpenListWhateverItsLetterCase(string query, string expected)
        => Assert.Equal(new RedirectResult(expected), OkDokumentResult.Parse(query).Result);

    [Theory]
    [InlineData("docid=a%20b&result=close")]
    [InlineData("docid=..&result=close")]
    [InlineData("docid=%C4%8D&result=close")]
    public void Parse_IdThatIsNone_IsNone(string query) => Assert.Null(OkDokumentResult.Parse(query).DocumentId);

    [Theory]
    [InlineData("ts=soon&result=close")]
    [InlineData("ts=99999999999999999999&result=close")]
    public void Parse_TimeThatIsNone_IsNone(string query) => Assert.Null(OkDokumentResult.Parse(query).Timestamp);

    [Fact]
    public void Parse_ParameterTwice_TheFirstCounts() => Assert.Equal("a", OkDokumentResult.Parse("name=a&name=b").Name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("order=7")]
    [InlineData("docid=a%0D%0Ab")]
    public void TryParse_Unfit_SaysWhy(string? query)
    {
        Assert.False(OkDokumentResult.TryParse(query, out OkDokumentResult? result, out string? reason));

        Assert.Null(result);
        Assert.NotEmpty(reason);
        if (query is not null)
        {
            Assert.Equal(reason, Assert.Throws<FormatException>(() => OkDokumentResult.Parse(query)).Message);
        }
    }

    [Fact]
    public void Parse_PairsAndAddress_AreReadAlike()
    {
        var address = new Uri("https://portal.example/done" + Query);
        KeyValuePair<string, string?>[] pairs = [new("docid", Dokument.DocumentIdText), new("name", null)];

        Assert.Equal(Dokument.DocumentId, OkDokumentResult.Parse(address).DocumentId);
        Assert.Equal(Dokument.DocumentId, OkDokumentResult.Parse(pairs).DocumentId);
        Assert.Equal(Dokument.DocumentId, OkDokumentResult.Parse(new Uri("/done" + Query, UriKind.Relative)).DocumentId);
        Assert.True(OkDokumentResult.TryParse(address, out _, out _));
        Assert.True(OkDokumentResult.TryParse(pairs, out _, out _));
        Assert.False(OkDokumentResult.TryParse((Uri?)null, out _, out _));
        Assert.False(OkDokumentResult.TryParse((IEnumerable<KeyValuePair<string, string?>>?)null, out _, out _));
    }

    [Fact]
    public void TryParse_TooLong_IsRefused()
    {
        Assert.True(OkDokumentResult.TryParse("name=" + new string('a', OkSignInboundCall.MaxQueryLength - 5), out _, out _));
        Assert.False(OkDokumentResult.TryParse("name=" + new string('a', OkSignInboundCall.MaxQueryLength - 4), out _, out _));
    }

    [Fact]
    public void TryParse_AnyText_IsReadOrRefused()
        => Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(static indexes => string.Concat(indexes.Select(static index => Pieces[index]))))
            .Sample(
                static query => OkDokumentResult.TryParse(query, out OkDokumentResult? result, out string? reason) == (reason is null)
                    && (result is null) == (reason is not null),
                iter: 20_000);
}

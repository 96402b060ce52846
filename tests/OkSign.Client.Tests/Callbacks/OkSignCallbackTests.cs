namespace OkSign.Client.Tests;

public class OkSignCallbackTests
{
    private const string Whole =
        "source_docid=a-1&signed_docid=a-2&filename=Contract%20%C3%9Cber.pdf&signerid=bt_1&nbrOfSigaturesRequired=2&nbrOfSigaturesValid=1"
        + "&fields_completed=%5B%7B%22name%22%3A%22CITY%22%2C%22value%22%3A%22Gent%22%7D%5D"
        + "&creditsinfo=%5B%7B%22signerid%22%3A%22bt_1%22%2C%22credits%22%3A2.2%7D%5D&ts=2026-03-01T13%3A00%3A00%2B01%3A00&orgtoken=my+label&secret=x";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    public void Parse_WholeCallback_HasEveryMember(string mark)
    {
        var callback = OkSignCallback.Parse(mark + Whole);

        Assert.Equal("a-1", callback.SourceDocumentId!.Value.Value);
        Assert.Equal("a-2", callback.SignedDocumentId!.Value.Value);
        Assert.Equal("Contract Über.pdf", callback.FileName);
        Assert.Equal("bt_1", callback.SignerId!.Value.Value);
        Assert.Equal((2, 1), (callback.SignaturesRequired, callback.SignaturesPlaced));
        Assert.Equal(("CITY", "Gent"), (Assert.Single(callback.CompletedFields!).Name, callback.CompletedFields![0].Value));
        Assert.Equal(2.2m, Assert.Single(callback.CreditsUsed!).Credits);
        Assert.Equal(Noon, callback.Timestamp);
        Assert.Equal("my label", callback.OrganizationalToken);
        Assert.Equal("x", callback.Parameters["secret"]);
        Assert.Equal(11, callback.Parameters.Count);
    }

    [Fact]
    public void Parse_OneParameterOnly_HasNothingElse()
    {
        var callback = OkSignCallback.Parse("orgtoken=label");

        Assert.Equal((null, null, null), (callback.SourceDocumentId, callback.SignedDocumentId, callback.SignerId));
        Assert.Equal((null, null, null), (callback.SignaturesRequired, callback.SignaturesPlaced, callback.Timestamp));
        Assert.Equal((null, null, null), (callback.FileName, callback.CompletedFields, callback.CreditsUsed));
        Assert.False(callback.IsComplete);
    }

    [Theory]
    [InlineData("source_doc=a-1&signed_doc=a-2&nbrOfSignaturesRequired=2&nbrOfSignaturesValid=1")]
    [InlineData("SOURCE_DOCID=a-1&Signed_DocId=a-2&NBROFSIGATURESREQUIRED=2&nbrofsigaturesvalid=1")]
    [InlineData("source_docid=&source_doc=a-1&signed_docid=&signed_doc=a-2&nbrOfSigaturesRequired=&nbrOfSignaturesRequired=2&nbrOfSignaturesValid=1")]
    [InlineData("source_doc=old&source_docid=a-1&signed_doc=old&signed_docid=a-2&nbrOfSignaturesRequired=9&nbrOfSigaturesRequired=2&nbrOfSigaturesValid=1")]
    public void Parse_OtherNamesAndLetterCase_AreRead(string query)
    {
        var callback = OkSignCallback.Parse(query);

        Assert.Equal(("a-1", "a-2"), (callback.SourceDocumentId!.Value.Value, callback.SignedDocumentId!.Value.Value));
        Assert.Equal((2, 1), (callback.SignaturesRequired, callback.SignaturesPlaced));
    }

    [Theory]
    [InlineData("2", "2", true)]
    [InlineData("2", "3", true)]
    [InlineData("2", "1", false)]
    [InlineData("0", "0", false)]
    [InlineData("", "2", false)]
    [InlineData("2", "", false)]
    [InlineData("-1", "0", false)]
    public void IsComplete_Counts_AreCompared(string required, string placed, bool expected)
        => Assert.Equal(expected, OkSignCallback.Parse($"nbrOfSigaturesRequired={required}&nbrOfSigaturesValid={placed}").IsComplete);

    [Theory]
    [InlineData("source_docid", "a b")]
    [InlineData("source_docid", "é")]
    [InlineData("signed_docid", "a b")]
    [InlineData("signerid", "é")]
    [InlineData("nbrOfSigaturesRequired", "two")]
    [InlineData("nbrOfSigaturesRequired", "-1")]
    [InlineData("nbrOfSigaturesValid", "1.5")]
    [InlineData("nbrOfSigaturesValid", "99999999999")]
    [InlineData("fields_completed", "Gent")]
    [InlineData("fields_completed", "[{")]
    [InlineData("creditsinfo", """[{"credits":"many"}]""")]
    [InlineData("creditsinfo", """[{"credits":1e999}]""")]
    [InlineData("creditsinfo", "[{\"signerid\":\"\\ud800\"}]")]
    [InlineData("ts", "yesterday")]
    [InlineData("ts", "99999999999999999999")]
    [InlineData("ts", "05/03/2026")]
    public void Parse_BadValue_LeavesItsMemberNullAndTheRawOneInParameters(string name, string value)
    {
        var callback = OkSignCallback.Parse($"{name}={Uri.EscapeDataString(value)}");

        Assert.Equal((null, null, null), (callback.SourceDocumentId, callback.SignedDocumentId, callback.SignerId));
        Assert.Equal((null, null, null), (callback.SignaturesRequired, callback.SignaturesPlaced, callback.Timestamp));
        Assert.Equal((null, null), (callback.CompletedFields, callback.CreditsUsed));
        Assert.Equal(value, callback.Parameters[name]);
    }

    [Fact]
    public void Parse_IdLongerThanAnyId_IsNone()
    {
        Assert.NotNull(OkSignCallback.Parse($"source_docid={new string('1', 512)}").SourceDocumentId);
        Assert.Null(OkSignCallback.Parse($"source_docid={new string('1', 513)}").SourceDocumentId);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01T13:00:00+01:00")]
    [InlineData("2026-03-01 13:00:00+01:00")]
    [InlineData("2026-03-01T12:00:00")]
    [InlineData("1772366400")]
    public void Timestamp_KnownForms_AreThatMomentEscapedOrNot(string text)
    {
        Assert.Equal(Noon, OkSignCallback.Parse($"ts={text}").Timestamp);
        Assert.Equal(Noon, OkSignCallback.Parse($"ts={Uri.EscapeDataString(text)}").Timestamp);
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("{}", 0)]
    [InlineData("null", 0)]
    [InlineData("\"\"", 0)]
    [InlineData("""{"name":"CITY"}""", 1)]
    [InlineData("""["CITY","STREET"]""", 2)]
    public void CompletedFields_TolerantForms_AreRead(string json, int count)
        => Assert.Equal(count, OkSignCallback.Parse($"fields_completed={Uri.EscapeDataString(json)}").CompletedFields!.Count);

    [Fact]
    public void CompletedFields_VeryDeepJson_AreNone()
    {
        string deep = new string('[', 15_000) + new string(']', 15_000);

        var callback = OkSignCallback.Parse($"fields_completed={deep}&creditsinfo=[{{\"x\":{deep}}}]&source_docid=a-1");

        Assert.Equal((null, null), (callback.CompletedFields, callback.CreditsUsed));
        Assert.Equal("a-1", callback.SourceDocumentId!.Value.Value);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("%zz")]
    [InlineData("100%")]
    [InlineData("%u0041")]
    public void Parse_BrokenEscape_StandsAsItIs(string text) => Assert.Equal(text, OkSignCallback.Parse($"filename={text}").FileName);

    [Theory]
    [InlineData("%FF")]
    [InlineData("%ED%A0%80")]
    [InlineData("\ud800")]
    [InlineData("x\udfff")]
    public void Parse_NoUnicode_BecomesTheReplacementCharacter(string text)
        => Assert.Contains('\uFFFD', OkSignCallback.Parse($"filename={text}").FileName!);

    [Fact]
    public void Parse_NoUnicodeInDecodedPairs_BecomesTheReplacementCharacter()
        => Assert.Equal("x\uFFFD", OkSignCallback.Parse(Pairs(("filename", "x\ud83d"))).FileName);

    [Fact]
    public void Parse_RepeatedParameter_TakesTheFirst()
    {
        var callback = OkSignCallback.Parse("source_docid=a-1&SOURCE_DOCID=b-1&secret=mine&secret=theirs");

        Assert.Equal("a-1", callback.SourceDocumentId!.Value.Value);
        Assert.Equal(["mine"], callback.Parameters.Where(static pair => pair.Key == "secret").Select(static pair => pair.Value));
    }

    [Fact]
    public void Parse_OddSeparators_AreNoParameters()
    {
        var callback = OkSignCallback.Parse("?&&=x&source_docid=a=1&flag&=&");

        Assert.Equal(["flag", "source_docid"], callback.Parameters.Keys.Order());
        Assert.Equal("a=1", callback.Parameters["source_docid"]);
        Assert.Equal("", callback.Parameters["FLAG"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("secret=x")]
    [InlineData("source_docid_=x")]
    [InlineData("status=OK")]
    public void Parse_NoKnownParameter_IsRefused(string query) => AssertRefused(query, "none of the parameters");

    [Theory]
    [InlineData("source_docid")]
    [InlineData("source_doc")]
    [InlineData("signed_docid")]
    [InlineData("signed_doc")]
    [InlineData("signerid")]
    public void Parse_ControlCharacterInAnId_IsRefusedWithoutShowingIt(string name)
        => AssertRefused($"filename=a.pdf&{name.ToUpperInvariant()}=hidden%0d%0aX-Evil:1", name);

    [Fact]
    public void Parse_ControlCharacterElsewhere_IsKept()
        => Assert.Equal("a\nb", OkSignCallback.Parse("filename=a%0Ab").FileName);

    [Fact]
    public void Parse_LongestQuery_IsReadAndALongerOneRefused()
    {
        string start = "source_docid=a-1&x=";
        string longest = start + new string('x', OkSignInboundCall.MaxQueryLength - start.Length);

        Assert.Equal("a-1", OkSignCallback.Parse(longest).SourceDocumentId!.Value.Value);
        AssertRefused(longest + "x", "longer than 65536");
    }

    [Fact]
    public void Parse_MostParameters_AreReadAndOneMoreRefused()
    {
        string most = "source_docid=a-1" + string.Concat(Enumerable.Repeat("&x=1", OkSignInboundCall.MaxParameters - 1));

        Assert.Equal(2, OkSignCallback.Parse(most).Parameters.Count);
        AssertRefused(most + "&y=", "more than 256");
    }

    [Fact]
    public void TryParse_EndlessPairs_EndsAtTheLimit()
    {
        Assert.False(OkSignCallback.TryParse(Endless("x"), out _, out string? tooMany));
        Assert.False(OkSignCallback.TryParse(Endless(new string('x', 1000)), out _, out string? tooLong));

        Assert.Contains("more than 256", tooMany, StringComparison.Ordinal);
        Assert.Contains("longer than 65536", tooLong, StringComparison.Ordinal);

        static IEnumerable<KeyValuePair<string, string?>> Endless(string value)
        {
            while (true)
            {
                yield return new("source_docid", value);
            }
        }
    }

    [Fact]
    public void Parse_Pairs_AreTakenAsDecoded()
    {
        var callback = OkSignCallback.Parse(Pairs(("source_docid", "a-1"), ("filename", "100%25+1.pdf"), ("flag", null), ("", "x"), ("ORGTOKEN", "label")));

        Assert.Equal("a-1", callback.SourceDocumentId!.Value.Value);
        Assert.Equal("100%25+1.pdf", callback.FileName);
        Assert.Equal("", callback.Parameters["flag"]);
        Assert.Equal("label", callback.OrganizationalToken);
        Assert.Equal(4, callback.Parameters.Count);
    }

    [Theory]
    [InlineData("https://app.example/cb?secret=s&source_docid=a%2D1#source_docid=b")]
    [InlineData("/cb?secret=s&source_docid=a%2D1#source_docid=b")]
    [InlineData("?secret=s&source_docid=a%2D1")]
    public void Parse_Address_ReadsItsQuery(string address)
    {
        var callback = OkSignCallback.Parse(new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.Equal("a-1", callback.SourceDocumentId!.Value.Value);
        Assert.Equal("s", callback.Parameters["secret"]);
    }

    [Theory]
    [InlineData("https://app.example/cb")]
    [InlineData("/cb#x?source_docid=a-1")]
    public void TryParse_AddressWithoutQuery_SaysWhy(string address)
    {
        Assert.False(OkSignCallback.TryParse(new Uri(address, UriKind.RelativeOrAbsolute), out OkSignCallback? callback, out string? reason));

        Assert.Null(callback);
        Assert.Contains("none of the parameters", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_GoodQuery_GivesNoReason()
    {
        Assert.True(OkSignCallback.TryParse(Whole, out OkSignCallback? callback, out string? reason));

        Assert.Equal("a-1", callback.SourceDocumentId!.Value.Value);
        Assert.Null(reason);
    }

    [Fact]
    public void TryParse_Nothing_SaysWhy()
    {
        Assert.False(OkSignCallback.TryParse((string?)null, out _, out string? one));
        Assert.False(OkSignCallback.TryParse((Uri?)null, out _, out string? two));
        Assert.False(OkSignCallback.TryParse((IEnumerable<KeyValuePair<string, string?>>?)null, out _, out string? three));

        Assert.Equal(["There is no query."], new[] { one, two, three }.Distinct());
    }

    [Fact]
    public void Parse_Nothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("query", () => OkSignCallback.Parse((string)null!));
        Assert.Throws<ArgumentNullException>("address", () => OkSignCallback.Parse((Uri)null!));
        Assert.Throws<ArgumentNullException>("parameters", () => OkSignCallback.Parse((IEnumerable<KeyValuePair<string, string?>>)null!));
    }

    [Fact]
    public void ToString_Always_ShowsTheTypeOnly() => Assert.Equal("OkSignCallback", OkSignCallback.Parse(Whole).ToString());

    [Fact]
    public void Parameters_Always_CannotBeChanged()
        => Assert.Throws<NotSupportedException>(() => ((IDictionary<string, string>)OkSignCallback.Parse(Whole).Parameters).Add("x", "y"));

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(params (string Name, string? Value)[] pairs)
        => pairs.Select(static pair => new KeyValuePair<string, string?>(pair.Name, pair.Value));

    private static void AssertRefused(string query, string because)
    {
        Assert.False(OkSignCallback.TryParse(query, out OkSignCallback? callback, out string? reason));
        Assert.Null(callback);
        Assert.Contains(because, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", reason, StringComparison.Ordinal);
        Assert.Equal(reason, Assert.Throws<FormatException>(() => OkSignCallback.Parse(query)).Message);
    }
}

namespace OkSign.Client.Tests;

public class RedactorTests
{
    private readonly Redactor _redactor = new(Sample.Credentials.Key.Secrets);

    [Theory]
    [InlineData("key " + Sample.KeyText + " refused", "key [credentials] refused")]
    [InlineData("token=" + Sample.Token + ";", "token=[credentials];")]
    [InlineData("see https://sign.example/s?t=abc&u=1#x now", "see [link] now")]
    [InlineData("\"url\":\"https://sign.example/s\",", "\"url\":\"[link]\",")]
    [InlineData("\"url\":\"https:\\/\\/sign.example\\/s\",", "\"url\":\"[link]\",")]
    [InlineData("<a href='HTTP://sign.example/s'>x</a>", "<a href='[link]'>x</a>")]
    [InlineData("from anna.maria+x@mail.example.be.", "from [e-mail].")]
    [InlineData("call +32470000001 or +32 470 00 00 02!", "call [phone] or [phone]!")]
    [InlineData("Too soon", "Too soon")]
    [InlineData("1 + 2 = 3, +1", "1 + 2 = 3, +1")]
    [InlineData("", "")]
    public void Redact_Text_HasNoSecrets(string text, string expected) => Assert.Equal(expected, _redactor.Redact(text));

    [Theory]
    [InlineData("err.not.found: " + Dokument.DocumentIdText + "!", "err.not.found: [id]!")]
    [InlineData("err.signature.request.not.exist " + Dokument.RequestIdText, "err.signature.request.not.exist [id]")]
    [InlineData("\"abcdefghijklmnopqrstuvwxyz0123\"", "\"[id]\"")]
    [InlineData("\"abcdefghijklmnopqrstuvwxyz012\"", "\"abcdefghijklmnopqrstuvwxyz012\"")]
    public void Redact_IdsThatOpenDocuments_AreTakenOutWhereAsked(string text, string expected)
    {
        Assert.Equal(expected, new Redactor(["secret"], hidesIds: true).Redact(text));
        Assert.Equal(text, new Redactor(["secret"]).Redact(text));
    }

    [Fact]
    public void Redact_EverySecretTwice_IsTakenOutEachTime()
    {
        string clean = _redactor.Redact($"{Sample.Token}{Sample.Token} a@b.example a@b.example http://x http://x");

        Assert.Equal("[credentials][credentials] [e-mail] [e-mail] [link] [link]", clean);
    }

    [Fact]
    public void Redact_LongText_IsCut()
    {
        Assert.Equal(2048, _redactor.Redact(new string('x', 2049)).Length);
        Assert.Equal(2048, _redactor.Redact(new string('x', 2048)).Length);
        Assert.Equal(2047, _redactor.Redact(new string('x', 2047)).Length);
    }

    [Fact]
    public void Redact_VeryLongText_TakesAsLittleMemoryAsALongOne()
    {
        string text = string.Concat(Enumerable.Repeat("http://x ", 1_000_000));
        _redactor.Redact(text[..10_000]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        string clean = _redactor.Redact(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        Assert.DoesNotContain("http", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_SecretAcrossTheEndOfWhatIsLookedAt_IsTakenOut()
    {
        for (int length = 8_100; length < 8_200; length++)
        {
            // What is taken out makes the text shorter, so that its end moves into sight.
            string filler = string.Concat(Enumerable.Repeat("http://a.example/0123456789012345678901234567890 ", length / 49));
            string text = filler.PadRight(length) + Sample.Token + new string('x', 100);

            Assert.DoesNotContain(Sample.Token[..4], _redactor.Redact(text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Redact_SecretOnTheCut_IsTakenOutFirst()
    {
        string clean = _redactor.Redact(new string('x', 2040) + Sample.Token);

        Assert.DoesNotContain(Sample.Token[..4], clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key":"ab\/cd+ef=="}""")]
    [InlineData("""{"key":"ab/cd\u002Bef=="}""")]
    [InlineData("?key=ab%2Fcd%2Bef%3D%3D&more")]
    public void Redact_TokenAsJsonOrAnAddressWritesIt_IsTakenOut(string text)
    {
        var redactor = new Redactor(new OkSignCredentials("1", "ab/cd+ef==", "label").Key.Secrets);

        Assert.DoesNotContain("cd", redactor.Redact(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Excerpt_AnswerThatIsReadWhole_IsShownToItsEnd()
    {
        byte[] answer = AnswerOf(length: 8192, end: " the end");

        Assert.Equal("[link] the end", _redactor.Excerpt(answer));
    }

    [Fact]
    public void Excerpt_LongerAnswerThatShrinks_LeavesAwayWhatMayBeCutInTwo()
    {
        byte[] answer = AnswerOf(length: 8193, end: " the end");

        Assert.Equal("", _redactor.Excerpt(answer));
    }

    [Fact]
    public void Excerpt_LongCredentialsOnTheEdge_AreNotShownInPart()
    {
        string label = string.Concat(Enumerable.Repeat("0123456789", 70));
        var redactor = new Redactor(new OkSignCredentials("012345", Sample.Token, label).Key.Secrets);
        // 600 of their 737 characters stand before the edge of what is read, 8,192 bytes, and the link before them shrinks to a word.
        string start = $"https://x.example/{new string('a', 7000)} ...";
        string answer = $"{start.PadRight(7592, '.')}012345;{Sample.Token};{label} {new string('b', 9000)}";

        string shown = redactor.Excerpt(Sample.Utf8(answer).Span);

        Assert.StartsWith("[link] ....", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("012345", shown, StringComparison.Ordinal);
    }

    private static byte[] AnswerOf(int length, string end)
    {
        const string Start = "https://x.example/";
        return Sample.Utf8($"{Start}{new string('a', length - Start.Length - end.Length)}{end}").ToArray();
    }
}

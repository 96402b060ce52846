namespace OkSign.Client.Tests;

public class RedactorTests
{
    private readonly Redactor _redactor = new(Sample.Credentials);

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
    public void Redact_SecretOnTheCut_IsTakenOutFirst()
    {
        string clean = _redactor.Redact(new string('x', 2040) + Sample.Token);

        Assert.DoesNotContain(Sample.Token[..4], clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_TokenAsJsonEscapesIt_IsTakenOut()
    {
        var redactor = new Redactor(new OkSignCredentials("1", "ab/cd+ef==", "label"));

        Assert.DoesNotContain("cd", redactor.Redact("""{"key":"ab\/cd+ef=="}"""), StringComparison.Ordinal);
    }
}

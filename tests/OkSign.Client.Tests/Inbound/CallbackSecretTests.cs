using CsCheck;

namespace OkSign.Client.Tests;

public class CallbackSecretTests
{
    private const string Text = "0123456789abcdef";

    private static readonly CallbackSecret Secret = new(Text);

    [Fact]
    public void New_EachTime_IsAnotherOneThatCanBeStored()
    {
        var one = CallbackSecret.New();
        var other = CallbackSecret.New();

        Assert.Equal(43, one.Value.Length);
        Assert.NotEqual(one.Value, other.Value);
        Assert.True(new CallbackSecret(one.Value).Matches(one.Value));
        Assert.False(one.Matches(other.Value));
    }

    [Theory]
    [InlineData("0123456789abcde")]
    [InlineData("")]
    [InlineData("0123456789abcde+")]
    [InlineData("0123456789abcde ")]
    [InlineData("0123456789abcde\u00e9")]
    public void Constructor_TextThatIsNone_IsRefusedWithoutRepeatingIt(string text)
    {
        var exception = Assert.Throws<ArgumentException>("value", () => new CallbackSecret(text));

        Assert.DoesNotContain("0123456789", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(512)]
    public void Constructor_LengthAtTheLimits_IsFine(int length) => Assert.Equal(length, new CallbackSecret(new string('~', length)).Value.Length);

    [Fact]
    public void Constructor_TooLong_IsRefused() => Assert.Throws<ArgumentException>("value", () => new CallbackSecret(new string('a', 513)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdeF")]
    [InlineData("0123456789abcdef ")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("\ud800")]
    public void Matches_AnythingElse_IsFalse(string? candidate) => Assert.False(Secret.Matches(candidate));

    [Fact]
    public void Matches_TheTextInAnotherString_IsTrue() => Assert.True(Secret.Matches(new string(Text.AsSpan())));

    [Fact]
    public void Matches_VeryLongText_IsFalse() => Assert.False(Secret.Matches(new string('a', 1_000_000)));

    [Fact]
    public void Matches_AnyText_OnlyWhenItIsTheSecret()
        => Gen.String.Sample(static candidate => Secret.Matches(candidate) == (candidate == Text), iter: 5_000);

    [Theory]
    [InlineData("https://a.example", "https://a.example/?secret=" + Text)]
    [InlineData("https://a.example/x", "https://a.example/x?secret=" + Text)]
    [InlineData("https://a.example/x?", "https://a.example/x?secret=" + Text)]
    [InlineData("https://a.example/x?b=1", "https://a.example/x?b=1&secret=" + Text)]
    [InlineData("https://a.example/x??b=1", "https://a.example/x??b=1&secret=" + Text)]
    [InlineData("https://a.example/x?b=%26%2B&c", "https://a.example/x?b=%26%2B&c&secret=" + Text)]
    [InlineData("https://a.example:8443/x#top", "https://a.example:8443/x?secret=" + Text + "#top")]
    [InlineData("http://a.example:80/", "http://a.example/?secret=" + Text)]
    [InlineData("https://[::1]/%C4%8D", "https://[::1]/%C4%8D?secret=" + Text)]
    [InlineData("https://a.example/x?Secrets=1", "https://a.example/x?Secrets=1&secret=" + Text)]
    public void AddTo_Address_PutsItIntoTheQuery(string address, string expected)
    {
        Uri added = Secret.AddTo(new Uri(address));

        Assert.Equal(expected, added.OriginalString);
        Assert.Equal(expected, added.AbsoluteUri);
    }

    [Fact]
    public void AddTo_NameOfOnesOwn_HasIt() => Assert.Equal($"https://a.example/?t.1={Text}", Secret.AddTo(new Uri("https://a.example"), "t.1").AbsoluteUri);

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://a.example/")]
    [InlineData("https://a.example/?secret=1")]
    [InlineData("https://a.example/?b=1&SECRET")]
    [InlineData("https://a.example/?%73ecret=1")]
    public void AddTo_AddressThatDoesNotFit_IsRefused(string address)
    {
        var exception = Assert.Throws<ArgumentException>(nameof(address), () => Secret.AddTo(new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.DoesNotContain(Text, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a&b")]
    [InlineData("a=b")]
    public void AddTo_NameThatIsNone_IsRefused(string name) => Assert.Throws<ArgumentException>("parameter", () => Secret.AddTo(new Uri("https://a.example"), name));

    [Fact]
    public void AddTo_Address_CanBeReadBack()
    {
        var query = InboundQuery.Read(Secret.AddTo(new Uri("https://a.example/?b=1#c")));

        Assert.True(Secret.Matches(query.Parameters.Text(["SECRET"])));
    }

    [Fact]
    public void ToString_Always_HidesIt() => Assert.Equal("***", Secret.ToString());
}

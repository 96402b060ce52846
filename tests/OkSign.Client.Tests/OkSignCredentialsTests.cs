namespace OkSign.Client.Tests;

public class OkSignCredentialsTests
{
    public static TheoryData<string> BadKeys => new()
    {
        { "" },
        { " " },
        { Sample.Token },
        { $"012345;{Sample.Token}" },
        { $"012345;{Sample.Token};label;more" },
        { $";{Sample.Token};label" },
        { $"12a45;{Sample.Token};label" },
        { $"-12345;{Sample.Token};label" },
        { $"١٢٣;{Sample.Token};label" },
        { "012345;;label" },
        { $"012345;{Sample.Token};" },
        { $"012345; {Sample.Token};label" },
        { $"012345;{Sample.Token} ;label" },
        { $"012345;{Sample.Token}; label" },
        { $"012345 ;{Sample.Token};label" },
        { $"012345;{Sample.Token}\r\nx-evil: 1;label" },
        { $"012345;{Sample.Token}\t;label" },
        { $"012345;{Sample.Token}\0;label" },
        { $"012345;{Sample.Token}\u007f;label" },
        { $"012345;{Sample.Token}é;label" },
        { $"012345;{Sample.Token};läbel" },
    };

    [Fact]
    public void Parse_ThreeParts_KeepsThem()
    {
        var credentials = OkSignCredentials.Parse("012345;abc-def;my label");

        Assert.Equal("012345", credentials.AccountNumber);
        Assert.Equal("abc-def", credentials.AuthenticationToken);
        Assert.Equal("my label", credentials.OrganizationalToken);
        Assert.Equal("012345;abc-def;my label", credentials.Key.Value);
    }

    [Fact]
    public void Parse_LeadingZero_IsKept() => Assert.Equal("000001", OkSignCredentials.Parse("000001;a;b").AccountNumber);

    [Fact]
    public void Parse_WhiteSpaceAround_IsIgnored() => Assert.Equal("1;a;b", OkSignCredentials.Parse(" \t1;a;b\r\n").Key.Value);

    [Fact]
    public void Parse_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => OkSignCredentials.Parse(null!));

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void Parse_BadKey_ThrowsWithoutTheToken(string text)
    {
        var exception = Assert.Throws<FormatException>(() => OkSignCredentials.Parse(text));

        Assert.DoesNotContain(Sample.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    [InlineData(null)]
    public void TryParse_BadKey_IsFalse(string? text)
    {
        Assert.False(OkSignCredentials.TryParse(text, out OkSignCredentials? credentials));
        Assert.Null(credentials);
    }

    [Fact]
    public void TryParse_ThreeParts_IsTrue()
    {
        Assert.True(OkSignCredentials.TryParse(Sample.KeyText, out OkSignCredentials? credentials));
        Assert.Equal(Sample.KeyText, credentials.Key.Value);
    }

    [Theory]
    [InlineData("1;2", Sample.Token, "label", "accountNumber")]
    [InlineData("", Sample.Token, "label", "accountNumber")]
    [InlineData("12x", Sample.Token, "label", "accountNumber")]
    [InlineData("12", Sample.Token + ";", "label", "authenticationToken")]
    [InlineData("12", Sample.Token + "\n", "label", "authenticationToken")]
    [InlineData("12", "", "label", "authenticationToken")]
    [InlineData("12", Sample.Token, "", "organizationalToken")]
    [InlineData("12", Sample.Token, "a;b", "organizationalToken")]
    [InlineData("12", Sample.Token, "label ", "organizationalToken")]
    public void Constructor_BadPart_NamesItWithoutTheToken(string account, string token, string label, string parameter)
    {
        var exception = Assert.Throws<ArgumentException>(() => new OkSignCredentials(account, token, label));

        Assert.Equal(parameter, exception.ParamName);
        Assert.DoesNotContain(Sample.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "t", "l", "accountNumber")]
    [InlineData("1", null, "l", "authenticationToken")]
    [InlineData("1", "t", null, "organizationalToken")]
    public void Constructor_NullPart_IsRefused(string? account, string? token, string? label, string parameter)
        => Assert.Throws<ArgumentNullException>(parameter, () => new OkSignCredentials(account!, token!, label!));

    [Fact]
    public void Constructor_ThreeParts_JoinsThemForTheHeader()
        => Assert.Equal("012;t;l", new OkSignCredentials("012", "t", "l").Key.Value);

    [Fact]
    public void ToString_Always_HidesTheToken() => Assert.Equal("012345;***;my-label", Sample.Credentials.ToString());
}

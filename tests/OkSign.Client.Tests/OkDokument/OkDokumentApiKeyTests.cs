using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument;

/// <summary>The process has one environment: these run apart from all others, and put back what they found.</summary>
[Collection(nameof(EnvironmentTests))]
public sealed class OkDokumentApiKeyTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable(OkDokumentApiKey.EnvironmentVariable);

    public static TheoryData<string> TextsThatAreNoKey => ["", " ", "s3cr3t s3cr3t", "s3cr3t\u0001", "s3cr3t\u010d", "s3cr3t\nx"];

    public void Dispose() => Environment.SetEnvironmentVariable(OkDokumentApiKey.EnvironmentVariable, _before);

    [Theory]
    [InlineData(Dokument.ApiKeyText)]
    [InlineData("  " + Dokument.ApiKeyText + "\n")]
    public void Parse_Key_IsReadWithoutTheSpacesAround(string text)
    {
        Assert.Equal(("x-api-key", Dokument.ApiKeyText), (OkDokumentApiKey.Parse(text).Key.Header, OkDokumentApiKey.Parse(text).Key.Value));
        Assert.True(OkDokumentApiKey.TryParse(text, out _));
    }

    [Theory]
    [MemberData(nameof(TextsThatAreNoKey))]
    public void Parse_TextThatIsNone_IsRefusedWithoutRepeatingIt(string text)
    {
        var exception = Assert.Throws<FormatException>(() => OkDokumentApiKey.Parse(text));
        var refused = Assert.Throws<ArgumentException>("value", () => new OkDokumentApiKey(text));

        Assert.False(OkDokumentApiKey.TryParse(text, out OkDokumentApiKey? key));
        Assert.Null(key);
        Assert.DoesNotContain("s3cr3t", $"{exception} {refused}", StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_SpacesAround_AreRefused() => Assert.Throws<ArgumentException>("value", static () => new OkDokumentApiKey(" " + Dokument.ApiKeyText));

    [Fact]
    public void TryParse_Null_IsFalse() => Assert.False(OkDokumentApiKey.TryParse(null, out _));

    [Fact]
    public void FromEnvironment_Key_IsRead()
    {
        Environment.SetEnvironmentVariable("OKDOKUMENT_API_KEY", Dokument.ApiKeyText);

        Assert.Equal(Dokument.ApiKeyText, OkDokumentApiKey.FromEnvironment().Key.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void FromEnvironment_NotSet_NamesTheVariable(string? value)
    {
        Environment.SetEnvironmentVariable("OKDOKUMENT_API_KEY", value);

        var exception = Assert.Throws<InvalidOperationException>(OkDokumentApiKey.FromEnvironment);

        Assert.Contains("OKDOKUMENT_API_KEY is not set", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromEnvironment_BadKey_NamesTheVariableWithoutTheText()
    {
        Environment.SetEnvironmentVariable("OKDOKUMENT_API_KEY", "s3cr3t s3cr3t");

        var exception = Assert.Throws<InvalidOperationException>(OkDokumentApiKey.FromEnvironment);

        Assert.Contains("OKDOKUMENT_API_KEY is not usable", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Always_HidesIt() => Assert.Equal("***", Dokument.ApiKey.ToString());
}

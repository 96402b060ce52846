namespace OkSign.Client.Tests;

/// <summary>The process has one environment: these run apart from all others, and put back what they found.</summary>
[Collection(nameof(EnvironmentTests))]
public sealed class OkSignCredentialsEnvironmentTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable(OkSignCredentials.EnvironmentVariable);

    public void Dispose() => Environment.SetEnvironmentVariable(OkSignCredentials.EnvironmentVariable, _before);

    [Fact]
    public void FromEnvironment_Key_IsRead()
    {
        Environment.SetEnvironmentVariable("OKSIGN_AUTHORIZATION", Sample.KeyText);

        Assert.Equal(Sample.KeyText, OkSignCredentials.FromEnvironment().Key.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void FromEnvironment_NotSet_NamesTheVariable(string? value)
    {
        Environment.SetEnvironmentVariable("OKSIGN_AUTHORIZATION", value);

        var exception = Assert.Throws<InvalidOperationException>(OkSignCredentials.FromEnvironment);

        Assert.Contains("OKSIGN_AUTHORIZATION is not set", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sample.Token)]
    [InlineData("x;" + Sample.Token + ";label")]
    [InlineData("1;" + Sample.Token + "\u0001;label")]
    public void FromEnvironment_BadKey_NamesTheVariableWithoutTheToken(string value)
    {
        Environment.SetEnvironmentVariable("OKSIGN_AUTHORIZATION", value);

        var exception = Assert.Throws<InvalidOperationException>(OkSignCredentials.FromEnvironment);

        Assert.Contains("OKSIGN_AUTHORIZATION is not usable", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Token, exception.ToString(), StringComparison.Ordinal);
    }
}

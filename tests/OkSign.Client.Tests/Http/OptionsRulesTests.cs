namespace OkSign.Client.Tests;

public class OptionsRulesTests
{
    [Fact]
    public void Check_Defaults_AreFine() => Assert.Empty(OptionsRules.Check(new OkSignClientOptions { Credentials = Sample.Credentials }));

    [Fact]
    public void Check_NoCredentials_NamesTheKey() => AssertProblem("Authorization:", static options => options.Credentials = null);

    [Theory]
    [InlineData("http://localhost:5000/rest/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("https://www.oksign.be/services/rest")]
    [InlineData("HTTPS://service.example:8443/")]
    public void Check_UsableAddress_IsFine(string address)
        => Assert.Empty(OptionsRules.Check(TestClient.Options(options => options.BaseAddress = new Uri(address))));

    [Theory]
    [InlineData("http://service.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("ftp://service.example/")]
    [InlineData("file:///tmp/x")]
    [InlineData("https://service.example/?a=b")]
    [InlineData("https://service.example/#a")]
    [InlineData("https://user:pass@service.example/")]
    public void Check_OtherAddress_NamesTheKey(string address) => AssertProblem("BaseAddress:", options => options.BaseAddress = new Uri(address));

    [Fact]
    public void Check_RelativeAddress_NamesTheKey()
        => AssertProblem("BaseAddress:", static options => options.BaseAddress = new Uri("services/rest", UriKind.Relative));

    [Fact]
    public void Check_NoAddress_NamesTheKey() => AssertProblem("BaseAddress:", static options => options.BaseAddress = null!);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Check_MaxDocumentSize_IsAboveZero(long size) => AssertProblem("MaxDocumentSize:", options => options.MaxDocumentSize = size);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(24 * 60 * 60 + 1)]
    public void Check_TimeOutOfRange_NamesTheKey(int seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);

        AssertProblem("AttemptTimeout:", options => options.AttemptTimeout = time);
        AssertProblem("IdleTimeout:", options => options.IdleTimeout = time);
        AssertProblem("Retry:BaseDelay:", options => options.Retry.BaseDelay = time);
        AssertProblem("Retry:MaxDelay:", options => options.Retry.MaxDelay = time);
    }

    [Fact]
    public void Check_InfiniteTime_NamesTheKey() => AssertProblem("AttemptTimeout:", static options => options.AttemptTimeout = Timeout.InfiniteTimeSpan);

    [Fact]
    public void Check_ADay_IsFine() => Assert.Empty(OptionsRules.Check(TestClient.Options(static options => options.AttemptTimeout = TimeSpan.FromDays(1))));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Check_RetriesOutOfRange_NamesTheKey(int retries) => AssertProblem("Retry:MaxRetries:", options => options.Retry.MaxRetries = retries);

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Check_RetriesAtTheLimit_AreFine(int retries)
        => Assert.Empty(OptionsRules.Check(TestClient.Options(options => options.Retry.MaxRetries = retries)));

    [Fact]
    public void Check_SeveralProblems_TellsAll()
    {
        var options = new OkSignClientOptions { BaseAddress = new Uri("http://service.example/"), MaxDocumentSize = 0 };
        options.Retry.MaxRetries = -1;

        IReadOnlyList<string> problems = OptionsRules.Check(options);

        Assert.Equal(["Authorization", "BaseAddress", "MaxDocumentSize", "Retry"], problems.Select(static problem => problem.Split(':')[0]));
    }

    private static void AssertProblem(string start, Action<OkSignClientOptions> configure)
        => Assert.StartsWith(start, Assert.Single(OptionsRules.Check(TestClient.Options(configure))), StringComparison.Ordinal);
}

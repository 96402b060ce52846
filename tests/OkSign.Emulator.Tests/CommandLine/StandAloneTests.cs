using System.Globalization;
using System.Net;
using OkSign.Emulator.CommandLine;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.CommandLine;

public class StandAloneTests
{
    [Fact]
    public async Task Run_Help_PrintsTheUsage()
    {
        (int exitCode, string output, string error) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("--port", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("--prot", "5080")]
    [InlineData("5080")]
    [InlineData("--port")]
    [InlineData("--port", "http")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--authorization", "just-a-token")]
    [InlineData("--credits", "many")]
    [InlineData("--credits", "-5")]
    [InlineData("--faults", "some")]
    [InlineData("--faults", "1.5")]
    [InlineData("--faults", "-0.1")]
    [InlineData("--faults", "20 %")]
    [InlineData("--seed", "0.5")]
    [InlineData("--rate-limits", "maybe")]
    [InlineData("--session-answers", "neither")]
    [InlineData("--okdokument-key", "two words")]
    [InlineData("--okdokument-key", "")]
    [InlineData("--signature-requests", "-1")]
    [InlineData("--signature-requests", "some")]
    public async Task Run_WrongArguments_IsOneLineAndExitCode2(params string[] arguments)
    {
        (int exitCode, string output, string error) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Run_PortInUse_IsOneLineAndANonZeroExitCode()
    {
        await using TestService other = await TestService.StartAsync();

        string port = other.Emulator.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);
        (int exitCode, _, string error) = await RunAsync("--port", port);

        Assert.Equal(1, exitCode);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Contains("address already in use", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UntilCancelled_PrintsWhatAClientNeedsAndServes()
    {
        const string Authorization = "654321;token;cli";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new LineWriter();
        Task<int> running = StandAlone.RunAsync(
            ["--authorization", Authorization, "--credits", "7.5", "--rate-limits", "on"], output, TextWriter.Null, stop.Token);

        string address = await output.LineAsync("OKSIGN_BASE_ADDRESS=");
        Assert.Equal($"'{Authorization}'", await output.LineAsync("OKSIGN_AUTHORIZATION="));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("x-oksign-authorization", Authorization);
        string credits = await http.GetStringAsync(new Uri(new Uri(address), "v1/credits/retrieve"), stop.Token);
        var active = new Uri(new Uri(address), "v1/documents/active");
        using HttpResponseMessage first = await http.GetAsync(active, stop.Token);
        using HttpResponseMessage second = await http.GetAsync(active, stop.Token);
        await stop.CancelAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        Assert.Contains("\"quantity\":7.5", credits, StringComparison.Ordinal);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Run_UntilCancelled_PrintsWhatAClientOfOkDokumentNeeds()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new LineWriter();
        Task<int> running = StandAlone.RunAsync(
            ["--okdokument-key", "my_key", "--signature-requests", "7"], output, TextWriter.Null, stop.Token);

        string address = await output.LineAsync("OKDOKUMENT_BASE_ADDRESS=");
        Assert.Equal("'my_key'", await output.LineAsync("OKDOKUMENT_API_KEY="));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("x-api-key", "my_key");
        string counter = await http.GetStringAsync(new Uri(new Uri(address), "JSON/counter"), stop.Token);
        await stop.CancelAsync();

        Assert.Contains("\"acme.availableSignatureRequests\":\"7\"", counter, StringComparison.Ordinal);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Run_UntilCancelled_PrintsTheDashboardLast()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new LineWriter();
        Task<int> running = StandAlone.RunAsync([], output, TextWriter.Null, stop.Token);

        await output.LineAsync("OKDOKUMENT_API_KEY=");
        string address = await output.LineAsync("OKSIGN_DASHBOARD=");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        string page = await http.GetStringAsync(new Uri(address), stop.Token);
        await stop.CancelAsync();

        Assert.Contains("/_pages/dashboard.js", page, StringComparison.Ordinal);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Run_WithFaults_AnswersAsTheSeedSays()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new LineWriter();
        Task<int> running = StandAlone.RunAsync(["--faults", "1", "--seed", "1"], output, TextWriter.Null, stop.Token);
        string address = await output.LineAsync("OKSIGN_BASE_ADDRESS=");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        // Without credentials each would be a 401, were it not for the faults.
        List<string> outcomes = [];
        for (int call = 0; call < 8; call++)
        {
            outcomes.Add(await OutcomeAsync(http, new Uri(new Uri(address), "v1/contacts/retrieve")));
        }

        await stop.CancelAsync();
        Assert.Equal(0, await running);
        Assert.InRange(outcomes.Distinct().Count(), 3, 8);
    }

    private static async Task<string> OutcomeAsync(HttpClient http, Uri address)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(address, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException failure)
        {
            return failure.GetType().Name;
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await StandAlone.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>The requests of samples/http, as an editor sends them, against the emulator as a program of its own.</summary>
public sealed class HttpFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OkSign_EachRequest_IsAnsweredOk()
    {
        await using EmulatorProgram emulator = await EmulatorProgram.StartAsync();
        HttpFile file = Load("oksign.http", emulator);

        await SendAllAsync(file, async response =>
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            if (response.Content.Headers.ContentType?.MediaType == "application/json")
            {
                string answer = await response.Content.ReadAsStringAsync(Cancel);
                Assert.True((string?)JsonNode.Parse(answer)!["status"] == "OK", answer);
            }
        });
    }

    [Fact]
    public async Task OkDokument_EachRequest_IsAnsweredAsItShould()
    {
        await using EmulatorProgram emulator = await EmulatorProgram.StartAsync();
        HttpFile file = Load("okdokument.http", emulator);
        List<HttpStatusCode> answers = [];

        await SendAllAsync(file, response =>
        {
            answers.Add(response.StatusCode);
            return Task.CompletedTask;
        });

        Assert.Equal(
            file.Requests.Select(static request => request.Title == "OkDokument.OpenDocument" ? HttpStatusCode.Redirect : HttpStatusCode.OK),
            answers);
    }

    [Theory]
    [InlineData("oksign.http", "docs/operations.md", 33)]
    [InlineData("okdokument.http", "docs/okdokument.md", 12)]
    public void File_OfEachService_HasEveryOperation(string file, string page, int count)
    {
        string[] operations = [.. File.ReadLines(Repository.PathOf(page))
            .Select(static line => line.Split(" | "))
            .Where(static cells => cells.Length >= 3 && cells[0].Contains('.') && cells[1].StartsWith('`') && !cells[0].Contains('`'))
            .Select(static cells => cells[0].TrimStart('|', ' '))];

        HttpFile requests = HttpFile.Load(Repository.PathOf($"samples/http/{file}"), new Dictionary<string, string>());

        Assert.Equal(count, operations.Length);
        Assert.Empty(operations.Except(requests.Requests.Select(static request => request.Title)));
    }

    private static HttpFile Load(string name, EmulatorProgram emulator)
        => HttpFile.Load(Repository.PathOf($"samples/http/{name}"), new Dictionary<string, string> { ["host"] = emulator.Address });

    private static async Task SendAllAsync(HttpFile file, Func<HttpResponseMessage, Task> check)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (HttpFile.Request request in file.Requests)
        {
            try
            {
                using HttpResponseMessage response = await file.SendAsync(http, request, Cancel);
                await check(response);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"{request.Title}: {exception.Message}");
            }
        }
    }

    /// <summary>The stand-alone emulator, started as the files say, on a free port.</summary>
    private sealed class EmulatorProgram : IAsyncDisposable
    {
        private const string Key = "123456;for-these-requests;http";
        private const string DokumentKey = "for-these-requests";

        private readonly Process _process;

        private EmulatorProgram(Process process, string address) => (_process, Address) = (process, address);

        public string Address { get; }

        public static async Task<EmulatorProgram> StartAsync()
        {
            string program = Path.Combine(AppContext.BaseDirectory, "OkSign.Emulator.dll");
            var start = new ProcessStartInfo("dotnet", [program, "--port", "0", "--authorization", Key, "--session-answers", "both", "--okdokument-key", DokumentKey])
            {
                RedirectStandardOutput = true,
            };
            Process process = Process.Start(Tool.Unmeasured(start))!;
            const string Prefix = "OKDOKUMENT_BASE_ADDRESS=";
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(Cancel);
            }
            while (line?.StartsWith(Prefix, StringComparison.Ordinal) == false);

            return new EmulatorProgram(process, Assert.IsType<string>(line)[Prefix.Length..].TrimEnd('/'));
        }

        public async ValueTask DisposeAsync()
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }
    }
}

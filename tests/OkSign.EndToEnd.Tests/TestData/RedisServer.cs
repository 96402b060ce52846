using System.Diagnostics;

namespace OkSign.EndToEnd.Tests.TestData;

/// <summary>A Redis of the test's own. It listens on a socket in a folder that goes away with it, and so needs no port.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private RedisServer(TemporaryFolder folder, Process process) => (_folder, _process) = (folder, process);

    /// <summary>The address as StackExchange.Redis has it.</summary>
    public string Address => $"!{_folder["redis.sock"]}";

    /// <summary>Starts one, or skips the test where it is not installed.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        Tool.Require(Program, debianPackage: Program);
        var folder = new TemporaryFolder();
        string[] arguments = ["--port", "0", "--unixsocket", folder["redis.sock"], "--dir", folder.Path, "--save", "", "--daemonize", "no"];
        var server = new RedisServer(folder, Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!);
        string? line;
        do
        {
            line = await server._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(line is not null, $"{Program} has ended.");
        }
        while (!line.Contains("ready to accept connections", StringComparison.Ordinal));

        return server;
    }

    public async Task StopAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        _folder.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;

namespace OkSign.Client.Benchmarks;

/// <summary>The loopback server as its user sees it; it ends with this object.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        Process process = OwnProcess.Start(new Dictionary<string, string>(), "server");
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, new Uri(line));
    }

    /// <summary>How many TCP connections came in since this was last asked.</summary>
    public async Task<int> CountNewConnectionsAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        return int.Parse((await _process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

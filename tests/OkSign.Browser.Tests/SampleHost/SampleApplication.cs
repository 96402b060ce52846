using System.Collections.Concurrent;
using System.Diagnostics;
using OkSign.Emulator;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>The sample AspNetCoreHost as a user runs it: a program of its own, on a free port, with a data folder of its own.</summary>
internal sealed class SampleApplication : IAsyncDisposable
{
    private const string AddressMark = "Contracts: open ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SampleApplication(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AspNetCoreHost.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("OkSign__Authorization");
        _process = Process.Start(Tool.Unmeasured(start))!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The sample ended: {Output}"));
    }

    /// <summary>Where it says that it is to be opened.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>All that it has written so far.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Starts it with the emulator that it has in itself.</summary>
    /// <param name="folder">Where its data is.</param>
    public static Task<SampleApplication> StartAsync(TemporaryFolder folder) => StartAsync(folder, []);

    /// <summary>Starts it with a key for an emulator of the test, which stands for the real service: the test sees what it does.</summary>
    public static Task<SampleApplication> StartAsync(TemporaryFolder folder, OkSignEmulator service)
        => StartAsync(folder, ["--OkSign:Authorization", service.Authorization, "--OkSign:BaseAddress", service.BaseAddress.AbsoluteUri]);

    public Uri At(string path) => new(Address, path);

    /// <summary>Ends it from one moment to the next, as a power failure would.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static async Task<SampleApplication> StartAsync(TemporaryFolder folder, string[] service)
    {
        var application = new SampleApplication(
        [
            "--urls", "http://127.0.0.1:0",
            "--contentRoot", Repository.PathOf("samples/AspNetCoreHost"),
            "--Data:Folder", folder.Path,
            .. service,
        ]);
        application.Address = await application._address.Task.WaitAsync(TestContext.Current.CancellationToken);
        return application;
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.StartsWith(AddressMark, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[AddressMark.Length..].Split(' ')[0]));
        }
    }
}

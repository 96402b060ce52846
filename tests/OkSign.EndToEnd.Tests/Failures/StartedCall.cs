using System.Net;
using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A call that has come to a phase and goes no further by itself.</summary>
internal sealed class StartedCall : IAsyncDisposable
{
    // Half of it is more than a client reads to recognise a PDF.
    private const int Document = 64 * 1024;

    // More than all buffers on the way.
    private const int LargeUpload = 10 * 1024 * 1024;

    private readonly TaskCompletionSource _connecting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayConnect = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HeldLimiter _limiter = new();
    private readonly CellNetwork _network;
    private readonly CellClient _client;
    private readonly CallContext _context;
    private readonly GivenUpCalls _calls;

    private StartedCall(OkSignEmulator emulator, GivenUpCalls calls, CallPhase phase, CancellationToken cancellationToken)
    {
        Emulator = emulator;
        _calls = calls;
        _context = new CallContext(phase == CallPhase.ReceivingADownload, cancellationToken);
        _network = new CellNetwork(phase == CallPhase.Connecting ? _ => ConnectAsync() : null, times: 1, calls.Service);
        _client = new CellClient(emulator, Clock, _network, configure: options =>
        {
            if (phase == CallPhase.WaitingForTheLimiter)
            {
                options.UseRateLimiter(calls.Upload, _limiter);
            }
        });
    }

    public OkSignEmulator Emulator { get; }

    public PauseClock Clock { get; } = new(doPausesPass: false);

    public TemporaryFolder Folder { get; } = new();

    /// <summary>The call; it is not done when it is given to a test.</summary>
    public Task Task { get; private set; } = Task.CompletedTask;

    public static async Task<StartedCall> AtAsync(GivenUpCalls calls, CallPhase phase, CancellationToken cancellationToken)
    {
        OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Func<CellClient, CancellationToken, Task<PdfDownload>> download = await StoreAsync(emulator, calls);
        var call = new StartedCall(emulator, calls, phase, cancellationToken);
        await call.ComeToAsync(phase, download);
        Assert.False(call.Task.IsCompleted);
        return call;
    }

    public void DisposeClient() => _calls.DisposeClient(_client);

    /// <summary>Gives everything up, and waits until the server has no connection left.</summary>
    public async Task CloseAsync()
    {
        await _client.DisposeAsync();
        _network.Dispose();

        // A connection that would still come would come too late to be counted.
        _mayConnect.TrySetCanceled();
        Emulator.Faults.Clear();
        await Emulator.ConnectionsClosedAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _limiter.Dispose();
        Folder.Dispose();
        await Emulator.DisposeAsync();
    }

    private static async Task<Func<CellClient, CancellationToken, Task<PdfDownload>>> StoreAsync(OkSignEmulator emulator, GivenUpCalls calls)
    {
        using var network = new CellNetwork();
        await using var client = new CellClient(emulator, TimeProvider.System, network);
        return await calls.StoreAsync(client, Pdf.OfSize(Document));
    }

    private Task ComeToAsync(CallPhase phase, Func<CellClient, CancellationToken, Task<PdfDownload>> download)
        => phase switch
        {
            CallPhase.WaitingForTheLimiter => BeginAsync(UploadAsync(Stage.Paper), _limiter.Asked),
            CallPhase.Connecting => BeginAsync(UploadAsync(Stage.Paper), _connecting.Task),
            CallPhase.Sending => MeetAsync(_calls.Upload, EmulatorFault.StallWhileReading(64 * 1024), () => UploadAsync(Pdf.OfSize(LargeUpload)), HeldAsync),
            CallPhase.WaitingForTheAnswer => MeetAsync(_calls.Upload, EmulatorFault.NoAnswer(), () => UploadAsync(Stage.Paper), HeldAsync),
            CallPhase.ReceivingJson => MeetAsync(_calls.Read, EmulatorFault.StalledAnswer(), ReadAsync, () => _network.HeadAsync(TestContext.Current.CancellationToken)),
            CallPhase.BetweenRetries => MeetAsync(_calls.Read, EmulatorFault.Status(HttpStatusCode.ServiceUnavailable), ReadAsync, () => Clock.Paused),
            _ => MeetAsync(_calls.Download, EmulatorFault.StalledAnswer(), () => SaveAsync(download), () => _context.Begun),
        };

    private Task MeetAsync(string operation, EmulatorFault fault, Func<Task> call, Func<Task> reached)
    {
        Emulator.Faults.InjectAlways(operation, fault);
        return BeginAsync(call(), reached());
    }

    private async Task BeginAsync(Task call, Task reached)
    {
        Task = call;
        await await Task.WhenAny(reached, call);
    }

    private async Task ConnectAsync()
    {
        _connecting.SetResult();
        await _mayConnect.Task;
    }

    private Task HeldAsync() => Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);

    private Task UploadAsync(byte[] pdf) => _calls.UploadAsync(_client, pdf, _context.Token);

    public Task ReadAsync() => _calls.ReadAsync(_client, _context.Token);

    private async Task SaveAsync(Func<CellClient, CancellationToken, Task<PdfDownload>> open)
    {
        await using PdfDownload download = await open(_client, _context.Token);
        Task saving = download.SaveAsAsync(Folder["contract.pdf"], _context.Token);
        _context.Begin();
        await saving;
    }
}

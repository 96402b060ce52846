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

    private StartedCall(OkSignEmulator emulator, CallPhase phase, CancellationToken cancellationToken)
    {
        Emulator = emulator;
        _context = new CallContext(phase == CallPhase.ReceivingADownload, cancellationToken);
        _network = new CellNetwork(phase == CallPhase.Connecting ? _ => ConnectAsync() : null, times: 1);
        _client = new CellClient(emulator, Clock, _network, configure: options =>
        {
            if (phase == CallPhase.WaitingForTheLimiter)
            {
                options.UseRateLimiter("Document.upload", _limiter);
            }
        });
    }

    public OkSignEmulator Emulator { get; }

    public PauseClock Clock { get; } = new(doPausesPass: false);

    public TemporaryFolder Folder { get; } = new();

    /// <summary>The call; it is not done when it is given to a test.</summary>
    public Task Task { get; private set; } = Task.CompletedTask;

    public static async Task<StartedCall> AtAsync(CallPhase phase, CancellationToken cancellationToken)
    {
        OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        SourceDocumentId document = await UploadAsync(emulator);
        var call = new StartedCall(emulator, phase, cancellationToken);
        await call.ComeToAsync(phase, document);
        Assert.False(call.Task.IsCompleted);
        return call;
    }

    public void DisposeClient() => _client.Client.Dispose();

    /// <summary>Gives everything up, and waits until the server has no connection left.</summary>
    public async Task CloseAsync()
    {
        await _client.DisposeAsync();
        _network.Dispose();
        _mayConnect.TrySetResult();
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

    private static async Task<SourceDocumentId> UploadAsync(OkSignEmulator emulator)
    {
        await using var client = OkSignClient.Create(OkSignCredentials.Parse(emulator.Authorization), options => options.BaseAddress = emulator.BaseAddress);
        return await client.Documents.UploadAsync(OkSignFile.FromBytes(Pdf.OfSize(Document), "contract.pdf"), TestContext.Current.CancellationToken);
    }

    private Task ComeToAsync(CallPhase phase, SourceDocumentId document)
        => phase switch
        {
            CallPhase.WaitingForTheLimiter => BeginAsync(UploadAsync(Stage.Paper), _limiter.Asked),
            CallPhase.Connecting => BeginAsync(UploadAsync(Stage.Paper), _connecting.Task),
            CallPhase.Sending => MeetAsync("Document.upload", EmulatorFault.StallWhileReading(64 * 1024), () => UploadAsync(Pdf.OfSize(LargeUpload)), HeldAsync),
            CallPhase.WaitingForTheAnswer => MeetAsync("Document.upload", EmulatorFault.NoAnswer(), () => UploadAsync(Stage.Paper), HeldAsync),
            CallPhase.ReceivingJson => MeetAsync("Users.retrieve", EmulatorFault.StalledAnswer(), ReadAsync, () => _network.HeadAsync(TestContext.Current.CancellationToken)),
            CallPhase.BetweenRetries => MeetAsync("Users.retrieve", EmulatorFault.Status(HttpStatusCode.ServiceUnavailable), ReadAsync, () => Clock.Paused),
            _ => MeetAsync("Document.retrieve", EmulatorFault.StalledAnswer(), () => SaveAsync(document), () => _context.Begun),
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

    private Task<SourceDocumentId> UploadAsync(byte[] pdf) => _client.Client.Documents.UploadAsync(OkSignFile.FromBytes(pdf, "contract.pdf"), _context.Token);

    public Task ReadAsync() => _client.Client.Users.RetrieveAsync(_context.Token);

    private async Task SaveAsync(SourceDocumentId document)
    {
        await using PdfDownload download = await _client.Client.Documents.RetrieveAsync(document, _context.Token);
        Task saving = download.SaveAsAsync(Folder["contract.pdf"], _context.Token);
        _context.Begin();
        await saving;
    }
}

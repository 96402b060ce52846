using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A call that is given up ends at once, wherever it is, and leaves neither a file nor a connection.</summary>
public sealed class GivingUpTests
{
    public static TheoryData<CallPhase> Phases() => [.. Enum.GetValues<CallPhase>()];

    public static TheoryData<CallPhase> PhasesOfTheClient() => [.. Enum.GetValues<CallPhase>().Where(phase => phase != CallPhase.ReceivingADownload)];

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Cancel_InEveryPhase_EndsTheCallAndLeavesNothing(CallPhase phase)
    {
        using var caller = new CancellationTokenSource();
        await using StartedCall call = await StartedCall.AtAsync(phase, caller.Token);

        await caller.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Task);
        Assert.Equal(caller.Token, exception.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(call.Folder.Path));
        await call.CloseAsync();
        Assert.Equal(0, call.Emulator.OpenConnections);
    }

    [Theory]
    [MemberData(nameof(PhasesOfTheClient))]
    public async Task Dispose_InEveryPhase_EndsTheCallWithAnExceptionOfTheFamily(CallPhase phase)
    {
        await using StartedCall call = await StartedCall.AtAsync(phase, TestContext.Current.CancellationToken);

        call.DisposeClient();

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => call.Task);
        Assert.Equal(phase is not (CallPhase.WaitingForTheLimiter or CallPhase.Connecting), exception.MayHaveReachedService);
        await call.CloseAsync();
        Assert.Equal(0, call.Emulator.OpenConnections);
    }

    [Fact]
    public async Task Dispose_WhileADownloadIsRead_LeavesItToItsReader()
    {
        await using StartedCall call = await StartedCall.AtAsync(CallPhase.ReceivingADownload, TestContext.Current.CancellationToken);
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(call.Folder.Path));

        call.DisposeClient();
        Assert.False(call.Task.IsCompleted);
        call.Clock.DoLimitsPass = true;

        await Assert.ThrowsAsync<OkSignTransportException>(() => call.Task);
        Assert.Empty(Directory.EnumerateFileSystemEntries(call.Folder.Path));
    }

    [Fact]
    public async Task Call_AfterDispose_IsRefused()
    {
        await using StartedCall call = await StartedCall.AtAsync(CallPhase.WaitingForTheLimiter, TestContext.Current.CancellationToken);
        call.DisposeClient();
        await Assert.ThrowsAsync<OkSignTransportException>(() => call.Task);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.ReadAsync());
    }
}

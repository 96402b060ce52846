using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A call that is given up ends at once, wherever it is, and leaves neither a file nor a connection.</summary>
public sealed class GivingUpTests
{
    public static MatrixTheoryData<string, CallPhase> Phases() => new(Names, Enum.GetValues<CallPhase>());

    public static MatrixTheoryData<string, CallPhase> PhasesOfTheClient()
        => new(Names, Enum.GetValues<CallPhase>().Where(phase => phase != CallPhase.ReceivingADownload));

    public static TheoryData<string> AllCalls() => [.. Names];

    private static IEnumerable<string> Names => GivenUpCalls.All.Select(calls => calls.Name);

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Cancel_InEveryPhase_EndsTheCallAndLeavesNothing(string calls, CallPhase phase)
    {
        using var caller = new CancellationTokenSource();
        await using StartedCall call = await StartedCall.AtAsync(GivenUpCalls.Of(calls), phase, caller.Token);

        await caller.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Task);
        Assert.Equal(caller.Token, exception.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(call.Folder.Path));
        await call.CloseAsync();
        Assert.Equal(0, call.Emulator.OpenConnections);
    }

    [Theory]
    [MemberData(nameof(PhasesOfTheClient))]
    public async Task Dispose_InEveryPhase_EndsTheCallWithAnExceptionOfTheFamily(string calls, CallPhase phase)
    {
        await using StartedCall call = await StartedCall.AtAsync(GivenUpCalls.Of(calls), phase, TestContext.Current.CancellationToken);

        call.DisposeClient();

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => call.Task);
        Assert.Equal(phase is not (CallPhase.WaitingForTheLimiter or CallPhase.Connecting), exception.MayHaveReachedService);
        await call.CloseAsync();
        Assert.Equal(0, call.Emulator.OpenConnections);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Dispose_WhileADownloadIsRead_LeavesItToItsReader(string calls)
    {
        await using StartedCall call = await StartedCall.AtAsync(GivenUpCalls.Of(calls), CallPhase.ReceivingADownload, TestContext.Current.CancellationToken);
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(call.Folder.Path));

        call.DisposeClient();
        Assert.False(call.Task.IsCompleted);
        call.Clock.DoLimitsPass = true;

        await Assert.ThrowsAsync<OkSignTransportException>(() => call.Task);
        Assert.Empty(Directory.EnumerateFileSystemEntries(call.Folder.Path));
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Call_AfterDispose_IsRefused(string calls)
    {
        await using StartedCall call = await StartedCall.AtAsync(GivenUpCalls.Of(calls), CallPhase.WaitingForTheLimiter, TestContext.Current.CancellationToken);
        call.DisposeClient();
        await Assert.ThrowsAsync<OkSignTransportException>(() => call.Task);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.ReadAsync());
    }
}

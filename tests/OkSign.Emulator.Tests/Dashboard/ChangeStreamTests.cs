using Microsoft.Extensions.Time.Testing;
using OkSign.Emulator.Dashboard;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Tests.Dashboard;

public sealed class ChangeStreamTests : IAsyncDisposable
{
    private readonly ChangeSignal _changes = new();
    private readonly FakeTimeProvider _time = new();
    private readonly IAsyncEnumerator<string> _events;

    public ChangeStreamTests()
        => _events = new ChangeStream(_changes, _time).ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _events.DisposeAsync();

    [Fact]
    public async Task Read_AtFirst_IsAChange() => Assert.Equal("change", await NextAsync());

    [Fact]
    public async Task Read_ChangeAfterAPause_IsToldAtOnce()
    {
        await NextAsync();
        Task<string> next = NextAsync();
        _time.Advance(ChangeStream.Pause);
        Assert.False(next.IsCompleted);

        _changes.Raise();

        Assert.Equal("change", await next);
    }

    [Fact]
    public async Task Read_ChangeWhileTheLastOneIsTold_IsNotLost()
    {
        await NextAsync();
        _changes.Raise();

        Task<string> next = NextAsync();
        _time.Advance(ChangeStream.Pause);

        Assert.Equal("change", await next);
    }

    [Fact]
    public async Task Read_Flood_IsAtMostFiveChangesASecond()
    {
        await NextAsync();
        int told = 0;
        Task<string> next = NextAsync();
        for (int millisecond = 0; millisecond < 10_000; millisecond++)
        {
            _changes.Raise();
            _time.Advance(TimeSpan.FromMilliseconds(1));
            if (millisecond % 200 == 199)
            {
                await next;
                told++;
                next = NextAsync();
            }

            Assert.False(next.IsCompleted);
        }

        Assert.Equal(50, told);
        _changes.Raise();
        _time.Advance(ChangeStream.Pause);
        await next;
    }

    [Fact]
    public async Task Read_NothingHappens_IsASignOfLifeNowAndThen()
    {
        await NextAsync();
        for (int beat = 0; beat < 3; beat++)
        {
            Task<string> next = NextAsync();
            while (!next.IsCompleted)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            Assert.Equal("heartbeat", await next);
        }
    }

    [Fact]
    public async Task Read_Cancelled_Ends()
    {
        using var leave = new CancellationTokenSource();
        await using IAsyncEnumerator<string> events = new ChangeStream(_changes, _time).ReadAsync(leave.Token).GetAsyncEnumerator(CancellationToken.None);
        await events.MoveNextAsync();
        ValueTask<bool> next = events.MoveNextAsync();
        _time.Advance(ChangeStream.Pause);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    private async Task<string> NextAsync()
    {
        Assert.True(await _events.MoveNextAsync());
        return _events.Current;
    }
}

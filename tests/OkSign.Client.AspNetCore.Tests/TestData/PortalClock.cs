using Microsoft.Extensions.Time.Testing;

namespace OkSign.Client.AspNetCore.Tests.TestData;

/// <summary>A clock that a test moves, and on which it sees that somebody waits.</summary>
internal sealed class PortalClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
{
    private readonly object _gate = new();
    private readonly Dictionary<TimeSpan, int> _begun = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _begun[dueTime] = _begun.GetValueOrDefault(dueTime) + 1;
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return timer;
    }

    /// <summary>How many waits of this length were begun.</summary>
    public int Begun(TimeSpan wait)
    {
        lock (_gate)
        {
            return _begun.GetValueOrDefault(wait);
        }
    }

    /// <summary>Waits until so many waits of this length were begun.</summary>
    public async Task BegunAsync(TimeSpan wait, int times)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_begun.GetValueOrDefault(wait) >= times)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}

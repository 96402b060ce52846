namespace OkSign.Emulator.State;

/// <summary>
/// Says that something which can be seen has changed, not what: stores and queues raise it, and whoever waits looks for itself. Raising
/// is cheap, with nobody waiting too, and may happen under a store's lock.
/// </summary>
internal sealed class ChangeSignal
{
    private volatile TaskCompletionSource _next = NewSource();

    /// <summary>Ends with the next change. Take it before looking: then no change is missed.</summary>
    public Task Next => _next.Task;

    public void Raise() => Interlocked.Exchange(ref _next, NewSource()).SetResult();

    // Those who wait do not go on under the lock of the store that raises.
    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

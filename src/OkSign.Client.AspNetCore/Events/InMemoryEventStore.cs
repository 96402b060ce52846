namespace OkSign.Client.AspNetCore;

/// <summary>Forgets everything when the process ends. Enough to begin with, and for tests.</summary>
internal sealed class InMemoryEventStore : IOkSignEventStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Pending> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _completed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _checkpoints = new(StringComparer.Ordinal);

    public ValueTask<bool> AddAsync(StoredEvent newEvent, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => Locked(() => !_completed.ContainsKey(newEvent.Key) && _pending.TryAdd(newEvent.Key, new Pending(newEvent, dueAt)));

    public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken) => Locked(() => _completed.ContainsKey(key));

    public ValueTask<StoredEvent?> ClaimAsync(string key, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
        => Locked(() =>
        {
            if (!_pending.TryGetValue(key, out Pending? pending) || pending.DueAt > now)
            {
                return null;
            }

            StoredEvent claimed = pending.Event with { Attempts = pending.Event.Attempts + 1 };
            _pending[key] = new Pending(claimed, until);
            return claimed;
        });

    public ValueTask<IReadOnlyList<string>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
        => Locked<IReadOnlyList<string>>(() =>
        [
            .. _pending.Where(entry => entry.Value.DueAt <= now).OrderBy(static entry => entry.Value.DueAt).Take(limit).Select(static entry => entry.Key),
        ]);

    public ValueTask CompleteAsync(StoredEvent claimed, DateTimeOffset now, CancellationToken cancellationToken)
        => Locked(() =>
        {
            if (_pending.Remove(claimed.Key))
            {
                _completed[claimed.Key] = now;
            }
        });

    public ValueTask PostponeAsync(StoredEvent claimed, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => Locked(() =>
        {
            if (IsHeld(claimed))
            {
                _pending[claimed.Key] = _pending[claimed.Key] with { DueAt = dueAt };
            }
        });

    public ValueTask RemoveAsync(StoredEvent claimed, CancellationToken cancellationToken)
        => Locked(() =>
        {
            if (IsHeld(claimed))
            {
                _pending.Remove(claimed.Key);
            }
        });

    public ValueTask PurgeAsync(DateTimeOffset completedBefore, CancellationToken cancellationToken)
        => Locked(() =>
        {
            foreach (string key in _completed.Where(entry => entry.Value < completedBefore).Select(static entry => entry.Key).ToArray())
            {
                _completed.Remove(key);
            }
        });

    public ValueTask<string?> ReadCheckpointAsync(string name, CancellationToken cancellationToken)
        => Locked(() => _checkpoints.GetValueOrDefault(name));

    public ValueTask WriteCheckpointAsync(string name, string checkpoint, CancellationToken cancellationToken)
        => Locked(() => { _checkpoints[name] = checkpoint; });

    private bool IsHeld(StoredEvent claimed) => _pending.TryGetValue(claimed.Key, out Pending? pending) && pending.Event.Attempts == claimed.Attempts;

    private ValueTask Locked(Action work)
    {
        lock (_gate)
        {
            work();
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask<T> Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(work());
        }
    }

    private sealed record Pending(StoredEvent Event, DateTimeOffset DueAt);
}

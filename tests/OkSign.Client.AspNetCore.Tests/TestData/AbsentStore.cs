namespace OkSign.Client.AspNetCore.Tests.TestData;

/// <summary>A store whose database is away at times, or slow.</summary>
internal sealed class AbsentStore : IOkSignEventStore
{
    private readonly InMemoryEventStore _store = new();

    public bool IsAway { get; set; }

    /// <summary>What adding waits for; nothing unless set.</summary>
    public TaskCompletionSource? Adding { get; set; }

    /// <summary>Done when something is to be added.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private InMemoryEventStore Store => IsAway ? throw new IOException("The database is away.") : _store;

    public async ValueTask<bool> AddAsync(StoredEvent newEvent, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        Asked.TrySetResult();
        await (Adding?.Task ?? Task.CompletedTask);
        return await Store.AddAsync(newEvent, dueAt, cancellationToken);
    }

    public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken) => Store.IsCompletedAsync(key, cancellationToken);

    public ValueTask<StoredEvent?> ClaimAsync(string key, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => Store.ClaimAsync(key, now, until, cancellationToken);

    public ValueTask<IReadOnlyList<string>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => Store.ListDueAsync(now, limit, cancellationToken);

    public ValueTask CompleteAsync(StoredEvent claimed, DateTimeOffset now, CancellationToken cancellationToken) => Store.CompleteAsync(claimed, now, cancellationToken);

    public ValueTask PostponeAsync(StoredEvent claimed, DateTimeOffset dueAt, CancellationToken cancellationToken) => Store.PostponeAsync(claimed, dueAt, cancellationToken);

    public ValueTask RemoveAsync(StoredEvent claimed, CancellationToken cancellationToken) => Store.RemoveAsync(claimed, cancellationToken);

    public ValueTask PurgeAsync(DateTimeOffset completedBefore, CancellationToken cancellationToken) => Store.PurgeAsync(completedBefore, cancellationToken);

    public ValueTask<string?> ReadCheckpointAsync(string name, CancellationToken cancellationToken) => Store.ReadCheckpointAsync(name, cancellationToken);

    public ValueTask WriteCheckpointAsync(string name, string checkpoint, CancellationToken cancellationToken) => Store.WriteCheckpointAsync(name, checkpoint, cancellationToken);
}

using AspNetCoreHost.Storage;
using OkSign.Client.AspNetCore;

namespace OkSign.Client.KilledHost;

/// <summary>The sample's store, before and after each of whose operations the host may be killed.</summary>
internal sealed class DoomedStore(SqliteEventStore store, Doom doom) : IOkSignEventStore
{
    public ValueTask<bool> AddAsync(StoredEvent newEvent, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => PassAsync(() => store.AddAsync(newEvent, dueAt, cancellationToken));

    public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken)
        => PassAsync(() => store.IsCompletedAsync(key, cancellationToken));

    public ValueTask<StoredEvent?> ClaimAsync(string key, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
        => PassAsync(() => store.ClaimAsync(key, now, until, cancellationToken));

    // Comes by the clock and not by what happens: no point of its own.
    public ValueTask<IReadOnlyList<string>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
        => store.ListDueAsync(now, limit, cancellationToken);

    public ValueTask CompleteAsync(StoredEvent claimed, DateTimeOffset now, CancellationToken cancellationToken)
        => PassAsync(() => store.CompleteAsync(claimed, now, cancellationToken));

    public ValueTask PostponeAsync(StoredEvent claimed, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => PassAsync(() => store.PostponeAsync(claimed, dueAt, cancellationToken));

    public ValueTask RemoveAsync(StoredEvent claimed, CancellationToken cancellationToken)
        => PassAsync(() => store.RemoveAsync(claimed, cancellationToken));

    public ValueTask PurgeAsync(DateTimeOffset completedBefore, CancellationToken cancellationToken)
        => store.PurgeAsync(completedBefore, cancellationToken);

    public ValueTask<string?> ReadCheckpointAsync(string name, CancellationToken cancellationToken)
        => store.ReadCheckpointAsync(name, cancellationToken);

    public ValueTask WriteCheckpointAsync(string name, string checkpoint, CancellationToken cancellationToken)
        => PassAsync(() => store.WriteCheckpointAsync(name, checkpoint, cancellationToken));

    private async ValueTask<T> PassAsync<T>(Func<ValueTask<T>> work)
    {
        doom.Pass();
        T result = await work();
        doom.Pass();
        return result;
    }

    private async ValueTask PassAsync(Func<ValueTask> work)
    {
        doom.Pass();
        await work();
        doom.Pass();
    }
}

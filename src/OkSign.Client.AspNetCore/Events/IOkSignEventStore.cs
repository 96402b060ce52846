namespace OkSign.Client.AspNetCore;

/// <summary>
/// Keeps what happened until it is handled, remembers what was handled, and how far polling came. In memory unless you bring one over a database
/// (<see cref="OkSignEventsBuilder.UseStore{TStore}"/>): only then is nothing forgotten and nothing handled again when the host is killed.
/// </summary>
/// <remarks>
/// Called by many threads at once, and by several hosts where they share a database. An event is, in this order: added; due, claimed and due again as often as
/// it takes; completed, or removed. The sample <c>AspNetCoreHost</c> has one over SQLite. Times are given, so that a store needs no clock.
/// </remarks>
public interface IOkSignEventStore
{
    /// <summary>Adds an event, due at some time, unless there is one with its key already, whatever became of it.</summary>
    /// <param name="newEvent">The event; its attempts are zero.</param>
    /// <param name="dueAt">From when on it may be claimed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was added. When this returns it must be as safe as the store can make it.</returns>
    ValueTask<bool> AddAsync(StoredEvent newEvent, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Whether there is an event with this key that is completed.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken);

    /// <summary>Takes an event that is due, so that nobody else does: in one step, by a single statement with a condition or a transaction.</summary>
    /// <param name="key">The key.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When it is due again, should whoever takes it never come back.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The event, its attempts counted up; null when it is not there, completed, or not due: somebody else may have it.</returns>
    ValueTask<StoredEvent?> ClaimAsync(string key, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The keys of events that are due, the earliest first.</summary>
    /// <param name="now">The time.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<string>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Notes that an event is handled, whoever has it by now: it was done. Its key stays, its payload is needed no more.</summary>
    /// <param name="claimed">The event as it was claimed.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask CompleteAsync(StoredEvent claimed, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives an event back that could not be handled. Changes nothing when it is completed, or was claimed again: its attempts are others then.</summary>
    /// <param name="claimed">The event as it was claimed.</param>
    /// <param name="dueAt">When to try again.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask PostponeAsync(StoredEvent claimed, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Forgets an event that turned out not to be one. Changes nothing when it is completed, or was claimed again.</summary>
    /// <param name="claimed">The event as it was claimed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask RemoveAsync(StoredEvent claimed, CancellationToken cancellationToken);

    /// <summary>Forgets events that were completed long ago.</summary>
    /// <param name="completedBefore">Before that time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask PurgeAsync(DateTimeOffset completedBefore, CancellationToken cancellationToken);

    /// <summary>Reads how far polling came.</summary>
    /// <param name="name">What is polled: at most 100 ASCII characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was written last; null for nothing.</returns>
    ValueTask<string?> ReadCheckpointAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes how far polling came.</summary>
    /// <param name="name">What is polled.</param>
    /// <param name="checkpoint">An opaque ASCII text: some 30 characters, and 16 more for each signature of the last window.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask WriteCheckpointAsync(string name, string checkpoint, CancellationToken cancellationToken);
}

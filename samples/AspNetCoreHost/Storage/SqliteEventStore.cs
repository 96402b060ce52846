using Dapper;
using Microsoft.Data.Sqlite;
using OkSign.Client.AspNetCore;

namespace AspNetCoreHost.Storage;

/// <summary>
/// What the service has told, until it is handled: an event is handled once, however often it is told, and is not forgotten when the host stops.
/// Each method is one statement, which SQLite carries out whole or not at all.
/// </summary>
public sealed class SqliteEventStore(Database database) : IOkSignEventStore
{
    public async ValueTask<bool> AddAsync(StoredEvent @event, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => await ExecuteAsync(
            """
            INSERT INTO events (key, kind, payload, attempts, due_at) VALUES (@Key, @Kind, @Payload, @Attempts, @dueAt)
            ON CONFLICT (key) DO NOTHING
            """,
            new { @event.Key, @event.Kind, @event.Payload, @event.Attempts, dueAt },
            cancellationToken) == 1;

    public async ValueTask<StoredEvent?> ClaimAsync(string key, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string Claim = """
            UPDATE events SET claimed_until = @until, attempts = attempts + 1
            WHERE key = @key AND completed_at IS NULL AND due_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now)
            RETURNING kind, payload, attempts
            """;
        await using SqliteConnection connection = database.Open();
        var command = new CommandDefinition(Claim, new { key, now, until }, cancellationToken: cancellationToken);
        (string Kind, string Payload, long Attempts)? row = await connection.QuerySingleOrDefaultAsync<(string, string, long)?>(command);
        return row is { } claimed ? new StoredEvent(key, claimed.Kind, claimed.Payload, (int)claimed.Attempts) : null;
    }

    public async ValueTask<IReadOnlyList<string>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        const string Due = """
            SELECT key FROM events
            WHERE completed_at IS NULL AND due_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now)
            ORDER BY due_at, rowid LIMIT @limit
            """;
        await using SqliteConnection connection = database.Open();
        return [.. await connection.QueryAsync<string>(new CommandDefinition(Due, new { now, limit }, cancellationToken: cancellationToken))];
    }

    public async ValueTask CompleteAsync(string key, DateTimeOffset now, CancellationToken cancellationToken)
        => await ExecuteAsync("UPDATE events SET completed_at = @now, claimed_until = NULL WHERE key = @key", new { key, now }, cancellationToken);

    public async ValueTask PostponeAsync(string key, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => await ExecuteAsync("UPDATE events SET due_at = @dueAt, claimed_until = NULL WHERE key = @key", new { key, dueAt }, cancellationToken);

    public async ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
        => await ExecuteAsync("DELETE FROM events WHERE key = @key", new { key }, cancellationToken);

    public async ValueTask PurgeAsync(DateTimeOffset completedBefore, CancellationToken cancellationToken)
        => await ExecuteAsync("DELETE FROM events WHERE completed_at < @completedBefore", new { completedBefore }, cancellationToken);

    public async ValueTask<string?> ReadCheckpointAsync(string name, CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition("SELECT value FROM checkpoints WHERE name = @name", new { name }, cancellationToken: cancellationToken));
    }

    public async ValueTask WriteCheckpointAsync(string name, string value, CancellationToken cancellationToken)
        => await ExecuteAsync(
            "INSERT INTO checkpoints (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { name, value },
            cancellationToken);

    private async Task<int> ExecuteAsync(string statement, object values, CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = database.Open();
        return await connection.ExecuteAsync(new CommandDefinition(statement, values, cancellationToken: cancellationToken));
    }
}

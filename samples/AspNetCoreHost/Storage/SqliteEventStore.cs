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
    public async ValueTask<bool> AddAsync(StoredEvent newEvent, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => await ExecuteAsync(
            """
            INSERT INTO events (key, kind, payload, attempts, due_at) VALUES (@Key, @Kind, @Payload, @Attempts, @dueAt)
            ON CONFLICT (key) DO NOTHING
            """,
            new { newEvent.Key, newEvent.Kind, newEvent.Payload, newEvent.Attempts, dueAt },
            cancellationToken) == 1;

    public async ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken)
    {
        const string Completed = "SELECT EXISTS (SELECT 1 FROM events WHERE key = @key AND completed_at IS NOT NULL)";
        await using SqliteConnection connection = database.Open();
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Completed, new { key }, cancellationToken: cancellationToken));
    }

    public async ValueTask<StoredEvent?> ClaimAsync(string key, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string Claim = """
            UPDATE events SET due_at = @until, attempts = attempts + 1
            WHERE key = @key AND completed_at IS NULL AND due_at <= @now
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
            WHERE completed_at IS NULL AND due_at <= @now
            ORDER BY due_at, rowid LIMIT @limit
            """;
        await using SqliteConnection connection = database.Open();
        return [.. await connection.QueryAsync<string>(new CommandDefinition(Due, new { now, limit }, cancellationToken: cancellationToken))];
    }

    public async ValueTask CompleteAsync(StoredEvent claimed, DateTimeOffset now, CancellationToken cancellationToken)
        => await ExecuteAsync("UPDATE events SET completed_at = @now, payload = '' WHERE key = @Key AND completed_at IS NULL", new { claimed.Key, now }, cancellationToken);

    // Only as long as nobody else has claimed it meanwhile, or is done with it.
    public async ValueTask PostponeAsync(StoredEvent claimed, DateTimeOffset dueAt, CancellationToken cancellationToken)
        => await ExecuteAsync(
            "UPDATE events SET due_at = @dueAt WHERE key = @Key AND attempts = @Attempts AND completed_at IS NULL",
            new { claimed.Key, claimed.Attempts, dueAt },
            cancellationToken);

    public async ValueTask RemoveAsync(StoredEvent claimed, CancellationToken cancellationToken)
        => await ExecuteAsync(
            "DELETE FROM events WHERE key = @Key AND attempts = @Attempts AND completed_at IS NULL",
            new { claimed.Key, claimed.Attempts },
            cancellationToken);

    public async ValueTask PurgeAsync(DateTimeOffset completedBefore, CancellationToken cancellationToken)
        => await ExecuteAsync("DELETE FROM events WHERE completed_at < @completedBefore", new { completedBefore }, cancellationToken);

    public async ValueTask<string?> ReadCheckpointAsync(string name, CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition("SELECT value FROM checkpoints WHERE name = @name", new { name }, cancellationToken: cancellationToken));
    }

    public async ValueTask WriteCheckpointAsync(string name, string checkpoint, CancellationToken cancellationToken)
        => await ExecuteAsync(
            "INSERT INTO checkpoints (name, value) VALUES (@name, @checkpoint) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { name, checkpoint },
            cancellationToken);

    private async Task<int> ExecuteAsync(string statement, object values, CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = database.Open();
        return await connection.ExecuteAsync(new CommandDefinition(statement, values, cancellationToken: cancellationToken));
    }
}

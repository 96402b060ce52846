using Dapper;
using Microsoft.Data.Sqlite;

namespace AspNetCoreHost.Storage;

/// <summary>The SQLite database of this application. It is made when it is not there, and never wiped.</summary>
public sealed class Database
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;

        CREATE TABLE IF NOT EXISTS contracts (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            state TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            service TEXT,
            sending_since INTEGER,
            problem TEXT,
            source_document_id TEXT UNIQUE,
            signed_document_id TEXT);

        CREATE TABLE IF NOT EXISTS signers (
            contract_id TEXT NOT NULL REFERENCES contracts (id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            email TEXT,
            page INTEGER NOT NULL,
            x INTEGER NOT NULL,
            y INTEGER NOT NULL,
            signer_id TEXT,
            signing_url TEXT,
            PRIMARY KEY (contract_id, position));

        -- Apart from the signers: a signature may be told before the answer to the sending is stored.
        CREATE TABLE IF NOT EXISTS signatures (
            contract_id TEXT NOT NULL REFERENCES contracts (id),
            signer_id TEXT NOT NULL,
            signed_at INTEGER NOT NULL,
            PRIMARY KEY (contract_id, signer_id));

        CREATE TABLE IF NOT EXISTS delivery_problems (
            event_key TEXT PRIMARY KEY,
            contract_id TEXT NOT NULL REFERENCES contracts (id),
            description TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS events (
            key TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            completed_at INTEGER);

        CREATE INDEX IF NOT EXISTS events_due ON events (due_at) WHERE completed_at IS NULL;

        CREATE TABLE IF NOT EXISTS checkpoints (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL);
        """;

    private readonly string _connectionString;

    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new UnixTimeHandler());
    }

    public Database(DataFolder folder)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = folder.PathOf("contracts.db"), ForeignKeys = true }.ToString();
        using SqliteConnection connection = Open();
        connection.Execute(Schema);
    }

    /// <summary>An open connection from the pool; dispose it.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}

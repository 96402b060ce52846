using AspNetCoreHost.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using OkSign.Client.AspNetCore;

namespace OkSign.Client.KilledHost;

/// <summary>Files what happened. Counts how often it was called, and does its work once for each key, both in one transaction.</summary>
internal sealed class FilingHandler(Database database, Doom doom) : IOkSignEventHandler
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS filed (key TEXT PRIMARY KEY, kind TEXT NOT NULL, document TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS calls (key TEXT NOT NULL);
        """;

    public static void CreateTables(Database database)
    {
        using SqliteConnection connection = database.Open();
        connection.Execute(Schema);
    }

    public Task SignaturePlacedAsync(SignaturePlaced signature, CancellationToken cancellationToken)
        => FileAsync(signature.Key, "signature", signature.SourceDocumentId);

    public Task DocumentCompletedAsync(DocumentCompleted document, CancellationToken cancellationToken)
        => FileAsync(document.Key, "completion", document.SourceDocumentId);

    private async Task FileAsync(string key, string kind, SourceDocumentId document)
    {
        doom.Pass();
        await using (SqliteConnection connection = database.Open())
        {
            await connection.ExecuteAsync(
                """
                BEGIN IMMEDIATE;
                INSERT INTO calls (key) VALUES (@key);
                INSERT INTO filed (key, kind, document) VALUES (@key, @kind, @document) ON CONFLICT (key) DO NOTHING;
                COMMIT;
                """,
                new { key, kind, document = document.Value });
        }

        doom.Pass();
    }
}

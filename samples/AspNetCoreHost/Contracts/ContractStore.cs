using AspNetCoreHost.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using OkSign.Client;

namespace AspNetCoreHost.Contracts;

/// <summary>The contracts in the database. What belongs together is changed in one transaction.</summary>
public sealed class ContractStore(Database database)
{
    public async Task AddAsync(Contract contract)
    {
        await using SqliteConnection connection = database.Open();
        await connection.ExecuteAsync(
            "INSERT INTO contracts (id, name, state, created_at) VALUES (@Id, @Name, @State, @CreatedAt)",
            new { contract.Id, contract.Name, State = contract.State.ToString(), contract.CreatedAt });
    }

    public async Task<IReadOnlyList<ContractSummary>> ListAsync()
    {
        const string All = """
            SELECT c.id, c.name, c.state, c.created_at, c.service, COUNT(p.position) AS signers_in_all, COUNT(s.signer_id) AS signers_done
            FROM contracts c
            LEFT JOIN signers p ON p.contract_id = c.id
            LEFT JOIN signatures s ON s.contract_id = c.id AND s.signer_id = p.signer_id
            GROUP BY c.id ORDER BY c.created_at DESC, c.rowid DESC LIMIT 200
            """;
        await using SqliteConnection connection = database.Open();
        return [.. await connection.QueryAsync<ContractSummary>(All)];
    }

    public async Task<Contract?> FindAsync(string id)
    {
        const string One = """
            SELECT * FROM contracts WHERE id = @id;

            SELECT p.name, p.email, p.page, p.x, p.y, p.signing_url, s.signed_at
            FROM signers p LEFT JOIN signatures s ON s.contract_id = p.contract_id AND s.signer_id = p.signer_id
            WHERE p.contract_id = @id ORDER BY p.position;

            SELECT description FROM delivery_problems WHERE contract_id = @id ORDER BY rowid;
            """;
        await using SqliteConnection connection = database.Open();
        await using SqlMapper.GridReader results = await connection.QueryMultipleAsync(One, new { id });
        Contract? contract = await results.ReadSingleOrDefaultAsync<Contract>();
        return contract is null ? null : contract with
        {
            Signers = [.. await results.ReadAsync<ContractSigner>()],
            DeliveryProblems = [.. await results.ReadAsync<string>()],
        };
    }

    /// <summary>Makes a draft one that is being sent. Of several who try at once, only the first gets true.</summary>
    public async Task<bool> BeginSendingAsync(string id, IReadOnlyList<ContractSigner> signers, string service, DateTimeOffset now)
    {
        const string Begin = """
            UPDATE contracts SET state = 'Sending', service = @service, sending_since = @now, problem = NULL
            WHERE id = @id AND state = 'Draft'
            """;
        const string Signer = """
            INSERT INTO signers (contract_id, position, name, email, page, x, y) VALUES (@id, @position, @Name, @Email, @Page, @X, @Y)
            """;
        await using SqliteConnection connection = database.Open();
        await using SqliteTransaction transaction = connection.BeginTransaction();
        if (await connection.ExecuteAsync(Begin, new { id, service, now }, transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync("DELETE FROM signers WHERE contract_id = @id", new { id }, transaction);
        await connection.ExecuteAsync(
            Signer,
            signers.Select((signer, position) => new { id, position, signer.Name, signer.Email, signer.Page, signer.X, signer.Y }),
            transaction);
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Notes the document's id at once, before anything else can fail: what happens next can be found out with it.</summary>
    public void NoteUploaded(string id, SourceDocumentId document)
    {
        using SqliteConnection connection = database.Open();
        connection.Execute("UPDATE contracts SET source_document_id = @document WHERE id = @id", new { id, document = document.Value });
    }

    /// <param name="id">The contract.</param>
    /// <param name="links">By whom and where it is signed, in the order of its signers; null where the service does not tell.</param>
    public async Task MarkSentAsync(string id, IEnumerable<(SignerId? Id, Uri? Url)> links)
    {
        await using SqliteConnection connection = database.Open();
        await using SqliteTransaction transaction = connection.BeginTransaction();

        // The last signature may have been told already.
        await connection.ExecuteAsync(
            "UPDATE contracts SET state = 'Sent', problem = NULL WHERE id = @id AND state IN ('Sending', 'Uncertain')",
            new { id },
            transaction);
        await connection.ExecuteAsync(
            "UPDATE signers SET signer_id = @signerId, signing_url = @url WHERE contract_id = @id AND position = @position",
            links.Select((link, position) => new { id, position, signerId = link.Id?.Value, url = link.Url?.AbsoluteUri }),
            transaction);
        await transaction.CommitAsync();
    }

    public async Task MarkUncertainAsync(string id, string problem)
    {
        await using SqliteConnection connection = database.Open();
        await connection.ExecuteAsync(
            "UPDATE contracts SET state = 'Uncertain', problem = @problem WHERE id = @id AND state = 'Sending'",
            new { id, problem });
    }

    /// <summary>Nothing of it is at the service (any more): it can be sent again.</summary>
    public async Task BackToDraftAsync(string id, string? problem)
    {
        const string Back = """
            UPDATE contracts SET state = 'Draft', service = NULL, sending_since = NULL, source_document_id = NULL, problem = @problem
            WHERE id = @id AND state IN ('Sending', 'Uncertain')
            """;
        await using SqliteConnection connection = database.Open();
        await connection.ExecuteAsync(Back, new { id, problem });
    }

    /// <summary>Those that were being sent when the application ended: what became of them, nobody knows.</summary>
    public void MarkInterrupted()
    {
        using SqliteConnection connection = database.Open();
        connection.Execute(
            "UPDATE contracts SET state = 'Uncertain', problem = 'The application ended while it was being sent.' WHERE state = 'Sending'");
    }

    /// <returns>The contract's id; null when the document is none of this application's.</returns>
    public async Task<string?> RecordSignatureAsync(SourceDocumentId source, SignedDocumentId signedCopy, SignerId? signer, DateTimeOffset at)
    {
        await using SqliteConnection connection = database.Open();
        await using SqliteTransaction transaction = connection.BeginTransaction();
        string? id = await connection.QuerySingleOrDefaultAsync<string>(
            "UPDATE contracts SET signed_document_id = @signed WHERE source_document_id = @source RETURNING id",
            new { source = source.Value, signed = signedCopy.Value },
            transaction);
        if (id is not null && signer is { } known)
        {
            await connection.ExecuteAsync(
                "INSERT INTO signatures (contract_id, signer_id, signed_at) VALUES (@id, @signer, @at) ON CONFLICT DO NOTHING",
                new { id, signer = known.Value, at },
                transaction);
        }

        await transaction.CommitAsync();
        return id;
    }

    /// <returns>The contract's id; null when the document is none of this application's.</returns>
    public async Task<string?> CompleteAsync(SourceDocumentId source, SignedDocumentId signedCopy)
    {
        await using SqliteConnection connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>(
            "UPDATE contracts SET state = 'Completed', signed_document_id = @signed, problem = NULL WHERE source_document_id = @source RETURNING id",
            new { source = source.Value, signed = signedCopy.Value });
    }

    /// <returns>The contract's id; null when the document is none of this application's.</returns>
    public async Task<string?> RecordDeliveryProblemAsync(string eventKey, SourceDocumentId source, string description)
    {
        await using SqliteConnection connection = database.Open();
        string? id = await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT id FROM contracts WHERE source_document_id = @source", new { source = source.Value });
        if (id is not null)
        {
            await connection.ExecuteAsync(
                "INSERT INTO delivery_problems (event_key, contract_id, description) VALUES (@eventKey, @id, @description) ON CONFLICT DO NOTHING",
                new { eventKey, id, description });
        }

        return id;
    }
}

using System.Text.Json;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>A round that has ended, as the service has confirmed.</summary>
internal sealed record RoundFacts(string Document, string? Request, string State, string? FileName)
{
    public const string Kind = "okdokument.round";

    /// <summary>Asks for the document's state. Null when it is not one that a round ends with.</summary>
    /// <exception cref="OkSignNotFoundException">No such document.</exception>
    /// <exception cref="OkSignException">The service cannot be asked.</exception>
    public static async Task<RoundFacts?> AskAsync(OkDokumentClient client, RoundClaim claim, CancellationToken cancellationToken)
    {
        StoredDocument document = await client.Documents.RetrieveInfoAsync(claim.DocumentId, cancellationToken).ConfigureAwait(false);
        return document.State.IsFinal ? new RoundFacts(claim.Document, claim.Request, document.State.Value, document.FileName) : null;
    }

    public StoredEvent ToEvent()
        => new($"okdokument/round/{Document}/{Request}/{State}", Kind, JsonSerializer.Serialize(this, EventsJson.Default.RoundFacts), Attempts: 0);

    public RoundEnded ToRound(string key, int attempt) => new()
    {
        Key = key,
        DocumentId = new StoredDocumentId(Document),
        State = new StoredDocumentState(State),
        SignatureRequestId = Request is null ? null : new SignatureRequestId(Request),
        FileName = FileName,
        Attempt = attempt,
    };
}

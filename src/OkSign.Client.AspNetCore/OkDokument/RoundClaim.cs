using System.Text.Json;
using System.Text.Json.Serialization;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>Somebody says that a round of signing has ended: to be looked into.</summary>
internal sealed record RoundClaim(string Document, string? Request, DateTimeOffset ClaimedAt)
{
    public const string Kind = "okdokument.round-claim";

    [JsonIgnore]
    public StoredDocumentId DocumentId => new(Document);

    /// <summary>Null when there is nothing to look for.</summary>
    public static Claim? Of(OkDokumentCompletion completion, DateTimeOffset now)
    {
        if (completion.DocumentId is not { } document)
        {
            return null;
        }

        // Only a state that there is: others are a stranger's text.
        StoredDocumentState? state = completion.State is { IsFinal: true } known ? known : null;
        var claim = new RoundClaim(document.Value, completion.SignatureRequestId?.Value, now);
        return new Claim(
            new StoredEvent(
                $"okdokument/claim/{document.Value}/{completion.SignatureRequestId?.Value}/{state}",
                Kind,
                JsonSerializer.Serialize(claim, EventsJson.Default.RoundClaim),
                Attempts: 0),
            LeadsTo: null);
    }
}

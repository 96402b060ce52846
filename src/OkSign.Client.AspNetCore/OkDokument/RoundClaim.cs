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
    public static StoredEvent? Of(OkDokumentCompletion completion, DateTimeOffset now)
    {
        if (completion.DocumentId is not { } document)
        {
            return null;
        }

        var claim = new RoundClaim(document.Value, completion.SignatureRequestId?.Value, now);
        return new StoredEvent(
            $"okdokument/claim/{document.Value}/{completion.SignatureRequestId?.Value}/{completion.State}",
            Kind,
            JsonSerializer.Serialize(claim, EventsJson.Default.RoundClaim),
            Attempts: 0);
    }
}

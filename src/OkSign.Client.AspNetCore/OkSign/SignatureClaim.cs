using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.AspNetCore;

/// <summary>Somebody says that a document was signed: to be looked into.</summary>
internal sealed record SignatureClaim(string? Source, string? Signed, string? Signer, DateTimeOffset ClaimedAt)
{
    public const string Kind = "oksign.signature-claim";

    [JsonIgnore]
    public SourceDocumentId? SourceDocumentId => Source is null ? null : new SourceDocumentId(Source);

    [JsonIgnore]
    public SignedDocumentId? SignedDocumentId => Signed is null ? null : new SignedDocumentId(Signed);

    /// <summary>Null when there is nothing to look for.</summary>
    public static Claim? Of(OkSignCallback callback, DateTimeOffset now)
        => Of(callback.SourceDocumentId, callback.SignedDocumentId, callback.SignerId, callback.SignaturesPlaced, callback.Timestamp, now);

    /// <inheritdoc cref="Of(OkSignCallback, DateTimeOffset)" />
    public static Claim? Of(SigningEvent signing, DateTimeOffset now)
        => Of(signing.SourceDocumentId, signing.SignedDocumentId, signing.SignerId, signing.SignaturesPlaced, signing.Timestamp, now);

    private static Claim? Of(
        SourceDocumentId? source,
        SignedDocumentId? signed,
        SignerId? signer,
        int? placed,
        DateTimeOffset? timestamp,
        DateTimeOffset now)
    {
        if (source is null && signed is null)
        {
            return null;
        }

        // Who signed a copy, as which signature, is enough to know a call again. Without that, later signatures must not look like this one.
        string what = signed is not null && signer is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{signed}/{signer}/{placed}")
            : string.Create(CultureInfo.InvariantCulture, $"{source}/{signed}/{signer}/{placed}/{timestamp:O}");
        var claim = new SignatureClaim(source?.Value, signed?.Value, signer?.Value, now);
        return new Claim(
            new StoredEvent($"oksign/claim/{what}", Kind, JsonSerializer.Serialize(claim, EventsJson.Default.SignatureClaim), Attempts: 0),
            signed is null || signer is null ? null : SignatureFacts.KeyOf(signed.Value.Value, signer.Value.Value));
    }
}

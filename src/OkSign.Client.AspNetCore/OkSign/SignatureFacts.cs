using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.AspNetCore;

/// <summary>A signature that the service has confirmed.</summary>
internal sealed record SignatureFacts(
    string Source,
    string Signed,
    string? Signer,
    string? FileName,
    DateTimeOffset? SignedAt,
    int? Placed,
    int? Required)
{
    public const string Kind = "oksign.signature";

    /// <summary>What is told by the list of signatures; null when it has not all that is needed.</summary>
    public static SignatureFacts? Of(SigningEvent signing)
        => signing is { SourceDocumentId: { } source, SignedDocumentId: { } signed, SignerId: { } signer, SignaturesPlaced: { } placed, SignaturesRequired: { } required }
            ? new SignatureFacts(source.Value, signed.Value, signer.Value, signing.FileName, signing.Timestamp, placed, required)
            : null;

    [JsonIgnore]
    public bool IsLast => Required > 0 && Placed >= Required;

    /// <summary>By what a signature is known again.</summary>
    public static string KeyOf(string signed, string? signer) => $"oksign/signature/{signed}/{signer}";

    // Not by its time, which callback, list and metadata may each write in another way; nobody signs a copy twice.
    public StoredEvent ToEvent()
        => new(KeyOf(Signed, Signer), Kind, JsonSerializer.Serialize(this, EventsJson.Default.SignatureFacts), Attempts: 0);

    public SignaturePlaced ToSignature(string key, int attempt) => new()
    {
        Key = key,
        SourceDocumentId = new SourceDocumentId(Source),
        SignedDocumentId = new SignedDocumentId(Signed),
        SignerId = Signer is null ? null : new SignerId(Signer),
        FileName = FileName,
        SignedAt = SignedAt,
        SignaturesPlaced = Placed,
        SignaturesRequired = Required,
        Attempt = attempt,
    };
}

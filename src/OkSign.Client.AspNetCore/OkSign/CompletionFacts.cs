using System.Text.Json;

namespace OkSign.Client.AspNetCore;

/// <summary>A document that everybody has signed, as the service has confirmed.</summary>
internal sealed record CompletionFacts(string Source, string Signed, string? FileName)
{
    public const string Kind = "oksign.completion";

    public static CompletionFacts Of(SignatureFacts last) => new(last.Source, last.Signed, last.FileName);

    public StoredEvent ToEvent()
        => new($"oksign/completed/{Signed}", Kind, JsonSerializer.Serialize(this, EventsJson.Default.CompletionFacts), Attempts: 0);

    public DocumentCompleted ToDocument(string key, int attempt) => new()
    {
        Key = key,
        SourceDocumentId = new SourceDocumentId(Source),
        SignedDocumentId = new SignedDocumentId(Signed),
        FileName = FileName,
        Attempt = attempt,
    };
}

using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A document of a briefcase or of a SignExpress session, named by its id. An id converts to it by itself.</summary>
public sealed record DocumentReference : OkSignModel
{
    /// <summary>The id that <c>Document.upload</c> gave the document.</summary>
    [JsonPropertyName("docid")]
    public required SourceDocumentId Id { get; init; }

    /// <summary>Names a document by its id, so that <c>Documents = [first, second]</c> is enough.</summary>
    public static implicit operator DocumentReference(SourceDocumentId id) => new() { Id = id };
}

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary><c>Linkedlist.retrieve</c>: from a source docid to the signed docid and back.</summary>
internal sealed class LinkedListEndpoints(DocumentStore documents, EmptyAnswer empty) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(new Operation("Linkedlist.retrieve", HttpMethods.Get, "v1/linkedlist/retrieve"), Retrieve);

    private IResult Retrieve(HttpRequest request)
        => documents.Find(request.Required(RequestHeaders.DocumentId)) is { } found ? Envelope.Ok(ToLink(found)) : empty.Result;

    private static Link ToLink(FoundDocument found)
    {
        SignedCopy? copy = found.Copy ?? found.Document.PresentCopies.LastOrDefault();
        return new Link(found.Document.Id, copy?.Id, Timestamps.Format(copy?.Signings[0].At ?? found.Document.UploadedAt));
    }

    private sealed record Link(
        [property: JsonPropertyName("source_docid")] string SourceDocumentId,
        [property: JsonPropertyName("signed_docid")] string? SignedDocumentId,
        [property: JsonPropertyName("ts")] string Timestamp);
}

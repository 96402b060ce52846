using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary>Finds the document that a request is about.</summary>
internal static class DocumentLookup
{
    public const string DoesNotExist = "Document does not exist";
    public const string NoDescriptor = "The document has no form descriptor";
    public const string SourceNeeded = "The docid of the source document is needed, not that of the signed copy";

    /// <exception cref="RefusedException">The request names no document, or one that is not there.</exception>
    public static FoundDocument Requested(this DocumentStore documents, HttpRequest request)
        => documents.Find(request.Required(RequestHeaders.DocumentId)) ?? throw new RefusedException(DoesNotExist);

    /// <exception cref="RefusedException">The request does not name a source document.</exception>
    public static StoredDocument RequestedSource(this DocumentStore documents, HttpRequest request)
        => documents.RequiredSource(request.Required(RequestHeaders.DocumentId));

    /// <exception cref="RefusedException">There is no such source document.</exception>
    public static StoredDocument RequiredSource(this DocumentStore documents, string id)
    {
        FoundDocument found = documents.Find(id) ?? throw new RefusedException(DoesNotExist);
        return found.Copy is null ? found.Document : throw new RefusedException(SourceNeeded);
    }

    /// <exception cref="RefusedException">The request does not name a signed copy.</exception>
    public static (StoredDocument Document, SignedCopy Copy) RequestedCopy(this DocumentStore documents, HttpRequest request)
        => documents.Requested(request) is { Copy: { } copy } found
            ? (found.Document, copy)
            : throw new RefusedException("The docid of the signed document is needed, not that of the source document");
}

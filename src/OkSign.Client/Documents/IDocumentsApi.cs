using Refit;

namespace OkSign.Client;

/// <summary>The document endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IDocumentsApi
{
    [Post("/v1/document/upload")]
    Task<HttpResponseMessage> UploadAsync(
        [Header(WireHeaders.FileName)] string fileName,
        [Body] FileContent file,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/document/exists")]
    Task<HttpResponseMessage> ExistsAsync(
        [Header(WireHeaders.DocId)] DocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/document/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.DocId)] DocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Delete("/v1/document/remove")]
    Task<HttpResponseMessage> RemoveAsync(
        [Header(WireHeaders.DocId)] DocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/documents/active")]
    Task<HttpResponseMessage> ListActiveAsync(
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/documents/signed")]
    Task<HttpResponseMessage> ListSignedAsync(
        [Header(WireHeaders.StartTime)] string from,
        [Header(WireHeaders.EndTime)] string until,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/linkedlist/retrieve")]
    Task<HttpResponseMessage> RetrieveLinkedAsync(
        [Header(WireHeaders.DocId)] DocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the document operations means.</summary>
internal static class DocumentsOperations
{
    public static readonly Operation Upload = new("Document.upload", OperationClass.UnsafeWrite)
    {
        Limit = new OperationLimit(3, TimeSpan.FromSeconds(1)),
    };

    public static readonly Operation Exists = new("Document.exists", OperationClass.Read) { AsksForExistence = true };
    public static readonly Operation Retrieve = new("Document.retrieve", OperationClass.Read);
    public static readonly Operation Remove = new("Document.remove", OperationClass.Delete) { CanBeTooSoon = true };
    public static readonly Operation ListActive = new("Documents.active", OperationClass.Read) { Limit = OperationLimit.OnceInThreeMinutes };
    public static readonly Operation ListSigned = new("Documents.signed", OperationClass.Read) { Limit = OperationLimit.OnceInThreeMinutes };
    public static readonly Operation RetrieveLinked = new("Linkedlist.retrieve", OperationClass.Read);
}

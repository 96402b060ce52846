using Refit;

namespace OkSign.Client.OkDokument;

/// <summary>The endpoints of stored documents as they are on the wire.</summary>
[Headers(WireHeaders.AcceptAny)]
internal interface IStorageApi
{
    [Post("/JSON/document")]
    Task<HttpResponseMessage> UploadAsync(
        [Body] Base64FileContent document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/JSON/document/{documentId}")]
    Task<HttpResponseMessage> DownloadAsync(
        StoredDocumentId documentId,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Delete("/JSON/document/{documentId}")]
    Task<HttpResponseMessage> DeleteAsync(
        StoredDocumentId documentId,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/JSON/list/flat")]
    Task<HttpResponseMessage> ListAsync(
        [Query] string state,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/JSON/document/metadata/{documentId}")]
    Task<HttpResponseMessage> RetrieveInfoAsync(
        StoredDocumentId documentId,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the operations on stored documents means.</summary>
internal static class StorageOperations
{
    public static readonly Operation Upload = new("OkDokument.UploadDocument", OperationClass.UnsafeWrite);

    public static readonly Operation Download = new("OkDokument.DownloadDocument", OperationClass.Read)
    {
        PathTemplate = "/JSON/document/{documentId}",
    };

    public static readonly Operation Delete = new("OkDokument.DeleteDocument", OperationClass.Delete)
    {
        PathTemplate = "/JSON/document/{documentId}",
    };

    public static readonly Operation List = new("OkDokument.ListDocuments", OperationClass.Read);

    public static readonly Operation RetrieveInfo = new("OkDokument.DocumentInfo", OperationClass.Read)
    {
        PathTemplate = "/JSON/document/metadata/{documentId}",
    };
}

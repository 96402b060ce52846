using Refit;

namespace OkSign.Client;

/// <summary>The e-mail attachment endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IEmailAttachmentsApi
{
    [Post("/v1/emailattachment/upload")]
    Task<HttpResponseMessage> UploadAsync(
        [Header(WireHeaders.FileName)] string fileName,
        [Body] FileContent file,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Delete("/v1/emailattachment/remove")]
    Task<HttpResponseMessage> RemoveAsync(
        [Header(WireHeaders.DocId)] EmailAttachmentId attachment,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the e-mail attachment operations means.</summary>
internal static class EmailAttachmentsOperations
{
    public static readonly Operation Upload = new("EmailAttachment.upload", OperationClass.UnsafeWrite);
    public static readonly Operation Remove = new("EmailAttachment.remove", OperationClass.Delete);
}

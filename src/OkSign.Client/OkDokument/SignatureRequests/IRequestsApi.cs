using Refit;

namespace OkSign.Client.OkDokument;

/// <summary>The endpoints of signature requests as they are on the wire.</summary>
[Headers(WireHeaders.AcceptAny)]
internal interface IRequestsApi
{
    /// <summary>With the document in it.</summary>
    [Post("/JSON/signatureRequest")]
    Task<HttpResponseMessage> CreateAsync(
        [Body] HttpContent request,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Post("/JSON/upload")]
    Task<HttpResponseMessage> UploadAsync(
        [Body] MultipartFileContent form,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/openDocument/{signatureRequestId}")]
    Task<HttpResponseMessage> OpenAsync(
        SignatureRequestId signatureRequestId,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Patch("/JSON/signatureRequest")]
    Task<HttpResponseMessage> UpdateAsync(
        [Body] JsonBody<SignatureRequestUpdate> update,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Delete("/JSON/signatureRequest/{signatureRequestId}")]
    Task<HttpResponseMessage> DeleteAsync(
        SignatureRequestId signatureRequestId,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Post("/JSON/signatureRequest/{signatureRequestId}")]
    Task<HttpResponseMessage> SetCallbackAsync(
        SignatureRequestId signatureRequestId,
        [Body] JsonBody<CallbackBody> callback,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the operations on signature requests means.</summary>
internal static class RequestOperations
{
    public static readonly Operation Create = new("OkDokument.CreateSignatureRequest", OperationClass.UnsafeWrite);
    public static readonly Operation Upload = new("OkDokument.Upload", OperationClass.UnsafeWrite);

    public static readonly Operation Open = new("OkDokument.OpenDocument", OperationClass.Read)
    {
        PathTemplate = "/openDocument/{signatureRequestId}",
        IsAnonymous = true,
        AsksForExistence = true,
    };

    public static readonly Operation Update = new("OkDokument.UpdateSignatureRequest", OperationClass.IdempotentWrite);

    public static readonly Operation Delete = new("OkDokument.DeleteSignatureRequest", OperationClass.Delete)
    {
        PathTemplate = "/JSON/signatureRequest/{signatureRequestId}",
    };

    public static readonly Operation SetCallback = new("OkDokument.SetCallback", OperationClass.IdempotentWrite)
    {
        PathTemplate = "/JSON/signatureRequest/{signatureRequestId}",
        MayAnswerNothing = true,
    };
}

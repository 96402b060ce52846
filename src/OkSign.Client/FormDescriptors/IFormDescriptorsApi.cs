using Refit;

namespace OkSign.Client;

/// <summary>The form descriptor endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IFormDescriptorsApi
{
    [Post("/v1/formdesc/upload")]
    Task<HttpResponseMessage> UploadAsync(
        [Header(WireHeaders.DocId)] SourceDocumentId document,
        [Body] JsonBody<FormDescriptor> descriptor,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/formdesc/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.DocId)] SourceDocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the form descriptor operations means.</summary>
internal static class FormDescriptorsOperations
{
    public static readonly Operation Upload = new("FormDesc.upload", OperationClass.UnsafeWrite);
    public static readonly Operation Retrieve = new("FormDesc.retrieve", OperationClass.Read);
}

using Refit;

namespace OkSign.Client;

/// <summary>The metadata endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IMetadataApi
{
    [Get("/v2/metadata/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.DocId)] SignedDocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/metadata/retrieve")]
    Task<HttpResponseMessage> RetrieveV1Async(
        [Header(WireHeaders.DocId)] SignedDocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the metadata operations means.</summary>
internal static class MetadataOperations
{
    public static readonly Operation Retrieve = new("Metadata.retrieve (v2)", OperationClass.Read);
    public static readonly Operation RetrieveV1 = new("Metadata.retrieve (v1)", OperationClass.Read);
}

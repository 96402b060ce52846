using Refit;

namespace OkSign.Client;

/// <summary>The audit trail endpoint as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IAuditTrailApi
{
    [Get("/v1/audittrail/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.DocId)] SignedDocumentId document,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating the audit trail operation means.</summary>
internal static class AuditTrailOperations
{
    public static readonly Operation Retrieve = new("Audittrail.retrieve", OperationClass.Read);
}

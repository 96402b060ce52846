using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.AuditTrail;

/// <summary><c>Audittrail.retrieve</c>, for signed documents only.</summary>
internal sealed class AuditTrailEndpoints(DocumentStore documents) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(new Operation("Audittrail.retrieve", HttpMethods.Get, "v1/audittrail/retrieve"), Retrieve);

    private PdfResult Retrieve(HttpRequest request)
    {
        (StoredDocument document, SignedCopy copy) = documents.RequestedCopy(request);
        return new PdfResult(AuditTrailReport.Write(document, copy));
    }
}

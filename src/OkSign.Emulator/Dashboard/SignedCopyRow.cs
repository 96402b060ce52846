using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A signed copy of a document: where it and its audit trail are.</summary>
internal sealed record SignedCopyRow(string Id, int SignaturesPlaced, int SignaturesRequired, string File, string AuditTrail)
{
    public static SignedCopyRow Of(StoredDocument document, SignedCopy copy) => new(
        copy.Id,
        copy.SignaturesPlaced,
        document.SignaturesRequired,
        DashboardPaths.File(copy.Id),
        DashboardPaths.AuditTrail(copy.Id));
}

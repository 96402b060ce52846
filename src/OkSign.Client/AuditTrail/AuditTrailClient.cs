namespace OkSign.Client;

/// <summary>Audit trail reports: the legal evidence of who signed a document, when and how.</summary>
/// <remarks>OKSign service <c>Audittrail.retrieve</c>; see docs/wire-evidence.md.</remarks>
public class AuditTrailClient
{
    private readonly IAuditTrailApi _api;
    private readonly OperationRunner _run;

    internal AuditTrailClient(IAuditTrailApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected AuditTrailClient() => (_api, _run) = (null!, null!);

    /// <summary>Downloads the report of a signed document (<c>Audittrail.retrieve</c>, <c>GET /v1/audittrail/retrieve</c>).</summary>
    /// <param name="document">The id of the <em>signed</em> copy. The service refuses a source id.</param>
    /// <param name="cancellationToken">Cancels the call up to the moment when the download begins.</param>
    /// <returns>The report as a PDF stream; dispose it. The service keeps it for 18 months after the upload.</returns>
    /// <exception cref="OkSignNotFoundException">No such signed document.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<PdfDownload> RetrieveAsync(SignedDocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.DownloadAsync(
            AuditTrailOperations.Retrieve,
            (call, token) => _api.RetrieveAsync(document, call, token),
            cancellationToken);
    }
}

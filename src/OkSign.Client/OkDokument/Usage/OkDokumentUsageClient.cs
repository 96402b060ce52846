namespace OkSign.Client.OkDokument;

/// <summary>What was used of the account, and what is left.</summary>
public class OkDokumentUsageClient
{
    private readonly IUsageApi _api;
    private readonly OperationRunner _run;

    internal OkDokumentUsageClient(IUsageApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected OkDokumentUsageClient() => (_api, _run) = (null!, null!);

    /// <summary>Tells the counters of the key (operation 3.5, <c>GET /JSON/counter</c>).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<UsageCounters> RetrieveAsync(CancellationToken cancellationToken = default)
        => _run.ReadAsync(UsageOperations.Retrieve, _api.RetrieveAsync, UsageJson.Shared.UsageCounters, cancellationToken);
}

namespace OkSign.Client;

/// <summary>The credits of the account, which signatures use up.</summary>
/// <remarks>OKSign service <c>Credits.retrieve</c>; see docs/wire-evidence.md.</remarks>
public class CreditsClient
{
    private readonly ICreditsApi _api;
    private readonly OperationRunner _run;

    internal CreditsClient(ICreditsApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected CreditsClient() => (_api, _run) = (null!, null!);

    /// <summary>Reads the balance (<c>Credits.retrieve</c>, <c>GET /v1/credits/retrieve</c>).</summary>
    /// <remarks>Sources disagree on whether the answer has the envelope; both forms are read.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<CreditBalance> RetrieveAsync(CancellationToken cancellationToken = default)
        => _run.ReadAsync(
            CreditsOperations.Retrieve,
            _api.RetrieveAsync,
            CreditsJson.Shared.CreditBalance,
            cancellationToken,
            mayLackEnvelope: true);
}

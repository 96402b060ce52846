namespace OkSign.Client;

/// <summary>Briefcases: several documents behind one signing link for each signer.</summary>
/// <remarks>OKSign services <c>Briefcase.*</c>; see docs/wire-evidence.md.</remarks>
public class BriefcasesClient
{
    private readonly IBriefcasesApi _api;
    private readonly OperationRunner _run;

    internal BriefcasesClient(IBriefcasesApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected BriefcasesClient() => (_api, _run) = (null!, null!);

    /// <summary>Bundles documents (<c>Briefcase.create</c>, <c>POST /v1/briefcase/create</c>).</summary>
    /// <remarks>Repeated only when the service surely did nothing: see <see cref="OkSignException.MayHaveReachedService"/>.</remarks>
    /// <param name="briefcase">Its documents, each of which has its form descriptor already, and what else the signers see.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The token of the briefcase, and the signers' links if the service gives them.</returns>
    /// <exception cref="ArgumentException">
    /// There is no document, one has no id or is there twice, or an address is relative or not of the web. Nothing was sent.
    /// </exception>
    /// <exception cref="OkSignRejectedException">The service refuses the briefcase.</exception>
    /// <exception cref="OkSignUnexpectedContentException">The answer has no token.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<CreatedBriefcase> CreateAsync(Briefcase briefcase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(briefcase);
        string?[] documents = [.. briefcase.Documents.Select(static document => document?.Id.Value)];
        Arguments.ThrowIfNoneOrDoubled(documents, nameof(briefcase), nameof(Briefcase.Documents));
        Arguments.ThrowIfNoWebAddress(briefcase.CallbackUrl, nameof(briefcase), nameof(Briefcase.CallbackUrl));
        Arguments.ThrowIfNoWebAddress(briefcase.ReturnUrl, nameof(briefcase), nameof(Briefcase.ReturnUrl));
        Arguments.ThrowIfNoWebAddress(briefcase.WebhookUrl, nameof(briefcase), nameof(Briefcase.WebhookUrl));
        return _run.CreateAsync(
            BriefcasesOperations.Create,
            (call, token) => _api.CreateAsync(new JsonBody<Briefcase>(briefcase, BriefcasesJson.Shared.Briefcase), call, token),
            BriefcasesJson.Shared.CreatedBriefcase,
            documents,
            cancellationToken);
    }

    /// <summary>Reads a briefcase back (<c>Briefcase.retrieve</c>, <c>GET /v1/briefcase/retrieve</c>).</summary>
    /// <param name="token">The token that <see cref="CreateAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The briefcase as the service keeps it; what is not known of it is among the additional members.</returns>
    /// <exception cref="OkSignNotFoundException">No such briefcase (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<Briefcase> RetrieveAsync(BriefcaseToken token, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(token.Value, nameof(token));
        return _run.ReadAsync(
            BriefcasesOperations.Retrieve,
            (call, cancellation) => _api.RetrieveAsync(token, call, cancellation),
            BriefcasesJson.Shared.Briefcase,
            cancellationToken);
    }

    /// <summary>Removes a briefcase, but not its documents (<c>Briefcase.remove</c>, <c>DELETE /v1/briefcase/remove</c>).</summary>
    /// <param name="token">The token that <see cref="CreateAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such briefcase (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task RemoveAsync(BriefcaseToken token, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(token.Value, nameof(token));
        return _run.ExecuteAsync(
            BriefcasesOperations.Remove,
            (call, cancellation) => _api.RemoveAsync(token, call, cancellation),
            cancellationToken);
    }
}

namespace OkSign.Client;

/// <summary>The settings of the key in use, which the service calls by its third part, the organizational token.</summary>
/// <remarks>OKSign service <c>Orgtokeninfo.update</c>; see docs/wire-evidence.md#orgtokeninfoupdate.</remarks>
public class OrganizationalTokenClient
{
    private readonly IOrganizationalTokenApi _api;
    private readonly OperationRunner _run;

    internal OrganizationalTokenClient(IOrganizationalTokenApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected OrganizationalTokenClient() => (_api, _run) = (null!, null!);

    /// <summary>
    /// Changes the addresses that the service calls (<c>Orgtokeninfo.update</c>, <c>POST /v1/orgtokeninfo/update</c>).
    /// </summary>
    /// <remarks>
    /// For the key with which this client calls; the service has no known way to read them back. Doing it twice comes to the same, so the call
    /// is repeated after failures that pass.
    /// </remarks>
    /// <param name="settings">At least one address; the ones that are null stay as they are.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">No address is given, or one is not absolute, http or https. Nothing was sent.</exception>
    /// <exception cref="OkSignRejectedException">The service refuses an address, with a reason for each.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task UpdateAsync(OrganizationalTokenSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        OrganizationalTokenRules.ThrowIfBroken(settings, nameof(settings));
        return _run.ExecuteAsync(
            OrganizationalTokenOperations.Update,
            (call, token) => _api.UpdateAsync(
                new JsonBody<OrganizationalTokenSettings>(settings, OrganizationalTokenJson.Shared.OrganizationalTokenSettings),
                call,
                token),
            cancellationToken);
    }
}

namespace OkSign.Client;

/// <summary>The users of the account.</summary>
/// <remarks>OKSign service <c>Users.retrieve</c>; see docs/wire-evidence.md.</remarks>
public class UsersClient
{
    private readonly IUsersApi _api;
    private readonly OperationRunner _run;

    internal UsersClient(IUsersApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected UsersClient() => (_api, _run) = (null!, null!);

    /// <summary>Lists the users (<c>Users.retrieve</c>, <c>GET /v1/users/retrieve</c>).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<AccountUser>> RetrieveAsync(CancellationToken cancellationToken = default)
        => _run.ListAsync(UsersOperations.Retrieve, _api.RetrieveAsync, UsersJson.Shared.IReadOnlyListAccountUser, cancellationToken);
}

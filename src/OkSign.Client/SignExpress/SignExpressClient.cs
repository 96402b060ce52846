namespace OkSign.Client;

/// <summary>SignExpress: links by which one signer signs at once.</summary>
/// <remarks>OKSign services <c>SignExpress.*</c>; see docs/wire-evidence.md.</remarks>
public class SignExpressClient
{
    private readonly ISignExpressApi _api;
    private readonly OperationRunner _run;

    internal SignExpressClient(ISignExpressApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected SignExpressClient() => (_api, _run) = (null!, null!);

    /// <summary>Makes a link for one signer (<c>SignExpress.create</c>, <c>POST /v1/signexpress/create</c>).</summary>
    /// <remarks>Repeated only when the service surely did nothing: see <see cref="OkSignException.MayHaveReachedService"/>.</remarks>
    /// <param name="session">Who signs what, and for how many days the link holds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The link, the token of the session, or both: at least one of them.</returns>
    /// <exception cref="ArgumentException">
    /// There is no document, one has no id or is there twice, the signer has no id, the link would hold for less than a day, or an
    /// address is relative or not of the web. Nothing was sent.
    /// </exception>
    /// <exception cref="OkSignRejectedException">The service refuses the session.</exception>
    /// <exception cref="OkSignUnexpectedContentException">The answer has neither a link nor a token.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<CreatedSignExpress> CreateAsync(SignExpressSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        string?[] documents = [.. session.Documents.Select(static document => document?.Id.Value)];
        Arguments.ThrowIfNoneOrDoubled(documents, nameof(session), nameof(SignExpressSession.Documents));
        Arguments.ThrowIfDefault(session.SignerId.Value, nameof(session), nameof(SignExpressSession.SignerId));
        Arguments.ThrowIfLessThanOne(session.ValidityDays, nameof(session), nameof(SignExpressSession.ValidityDays));
        Arguments.ThrowIfNoWebAddress(session.CallbackUrl, nameof(session), nameof(SignExpressSession.CallbackUrl));
        Arguments.ThrowIfNoWebAddress(session.ReturnUrl, nameof(session), nameof(SignExpressSession.ReturnUrl));
        return _run.CreateAsync(
            SignExpressOperations.Create,
            (call, token) => _api.CreateAsync(
                new JsonBody<SignExpressSession>(session, SignExpressJson.Shared.SignExpressSession),
                call,
                token),
            SignExpressJson.Shared.CreatedSignExpress,
            documents,
            cancellationToken);
    }

    /// <summary>Reads a session back (<c>SignExpress.retrieve</c>, <c>GET /v1/signexpress/retrieve</c>).</summary>
    /// <param name="token">The token that <see cref="CreateAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as the service keeps it; what is not known of it is among the additional members.</returns>
    /// <exception cref="OkSignNotFoundException">No such session (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<SignExpressSession> RetrieveAsync(SignExpressToken token, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(token.Value, nameof(token));
        return _run.ReadAsync(
            SignExpressOperations.Retrieve,
            (call, cancellation) => _api.RetrieveAsync(token, call, cancellation),
            SignExpressJson.Shared.SignExpressSession,
            cancellationToken);
    }

    /// <summary>Removes a session, which ends its link (<c>SignExpress.remove</c>, <c>DELETE /v1/signexpress/remove</c>).</summary>
    /// <param name="token">The token that <see cref="CreateAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such session (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task RemoveAsync(SignExpressToken token, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(token.Value, nameof(token));
        return _run.ExecuteAsync(
            SignExpressOperations.Remove,
            (call, cancellation) => _api.RemoveAsync(token, call, cancellation),
            cancellationToken);
    }
}

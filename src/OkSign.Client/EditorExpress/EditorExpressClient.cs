namespace OkSign.Client;

/// <summary>EditorExpress: links by which a person places fields on a document.</summary>
/// <remarks>OKSign services <c>EditorExpress.*</c>; see docs/wire-evidence.md.</remarks>
public class EditorExpressClient
{
    private readonly IEditorExpressApi _api;
    private readonly OperationRunner _run;

    internal EditorExpressClient(IEditorExpressApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected EditorExpressClient() => (_api, _run) = (null!, null!);

    /// <summary>Opens the editor on a document (<c>EditorExpress.create</c>, <c>POST /v1/editorexpress/create</c>).</summary>
    /// <remarks>
    /// <para>What the person placed is read with <see cref="FormDescriptorsClient.RetrieveAsync"/>, after it was saved.</para>
    /// <para>Repeated only when the service surely did nothing: see <see cref="OkSignException.MayHaveReachedService"/>.</para>
    /// </remarks>
    /// <param name="session">The document, and what the editor shows.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The editor's address, the token of the session, or both: at least one of them.</returns>
    /// <exception cref="ArgumentException">The document has no id. Nothing was sent.</exception>
    /// <exception cref="OkSignNotFoundException">No such document.</exception>
    /// <exception cref="OkSignRejectedException">The service refuses the session.</exception>
    /// <exception cref="OkSignUnexpectedContentException">The answer has neither an address nor a token.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<CreatedEditorExpress> CreateAsync(EditorExpressSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        Arguments.ThrowIfDefault(session.DocumentId.Value, nameof(session), nameof(EditorExpressSession.DocumentId));
        return _run.CreateAsync(
            EditorExpressOperations.Create,
            (call, token) => _api.CreateAsync(
                new JsonBody<EditorExpressSession>(session, EditorExpressJson.Shared.EditorExpressSession),
                call,
                token),
            EditorExpressJson.Shared.CreatedEditorExpress,
            [session.DocumentId.Value],
            cancellationToken);
    }

    /// <summary>Reads a session back (<c>EditorExpress.retrieve</c>, <c>GET /v1/editorexpress/retrieve</c>).</summary>
    /// <param name="token">The token that <see cref="CreateAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as the service keeps it; what is not known of it is among the additional members.</returns>
    /// <exception cref="OkSignNotFoundException">No such session (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<EditorExpressSession> RetrieveAsync(EditorExpressToken token, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(token.Value, nameof(token));
        return _run.ReadAsync(
            EditorExpressOperations.Retrieve,
            (call, cancellation) => _api.RetrieveAsync(token, call, cancellation),
            EditorExpressJson.Shared.EditorExpressSession,
            cancellationToken);
    }

    /// <summary>Removes a session, but not its document (<c>EditorExpress.remove</c>, <c>DELETE /v1/editorexpress/remove</c>).</summary>
    /// <param name="token">The token that <see cref="CreateAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such session (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task RemoveAsync(EditorExpressToken token, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(token.Value, nameof(token));
        return _run.ExecuteAsync(
            EditorExpressOperations.Remove,
            (call, cancellation) => _api.RemoveAsync(token, call, cancellation),
            cancellationToken);
    }
}

namespace OkSign.Client;

/// <summary>The e-mail templates of the account.</summary>
/// <remarks>OKSign service <c>EmailTemplates.retrieve</c>; see docs/wire-evidence.md#emailtemplatesretrieve.</remarks>
public class EmailTemplatesClient
{
    private readonly IEmailTemplatesApi _api;
    private readonly OperationRunner _run;

    internal EmailTemplatesClient(IEmailTemplatesApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected EmailTemplatesClient() => (_api, _run) = (null!, null!);

    /// <summary>Lists the templates (<c>EmailTemplates.retrieve</c>, <c>GET /v1/emailtemplates/retrieve</c>).</summary>
    /// <remarks>
    /// The service has no known way to name a template when it sends: copy subject and body into an <see cref="EmailNotification"/>. Sources
    /// disagree on the path.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<EmailTemplate>> RetrieveAsync(CancellationToken cancellationToken = default)
        => _run.ListAsync(
            EmailTemplatesOperations.Retrieve,
            _api.RetrieveAsync,
            EmailTemplatesJson.Shared.IReadOnlyListEmailTemplate,
            cancellationToken);
}

namespace OkSign.Client;

/// <summary>Form descriptors: who signs and fills in what, where on a document.</summary>
/// <remarks>OKSign services <c>FormDesc.*</c>; see docs/wire-evidence.md.</remarks>
public class FormDescriptorsClient
{
    private readonly IFormDescriptorsApi _api;
    private readonly OperationRunner _run;

    internal FormDescriptorsClient(IFormDescriptorsApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected FormDescriptorsClient() => (_api, _run) = (null!, null!);

    /// <summary>
    /// Describes an uploaded document, which opens it for signing (<c>FormDesc.upload</c>, <c>POST /v1/formdesc/upload</c>).
    /// </summary>
    /// <remarks>Sends the notifications that the descriptor asks for. Repeated only when the service surely did nothing.</remarks>
    /// <param name="document">The document's source id.</param>
    /// <param name="descriptor">The whole descriptor; an earlier one is replaced.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A signing link for each signer.</returns>
    /// <exception cref="OkSignInputException">
    /// The descriptor contradicts itself; all that is wrong is told at once. Nothing was sent.
    /// </exception>
    /// <exception cref="OkSignRejectedException">The service refuses the descriptor.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<SigningLink>> UploadAsync(
        SourceDocumentId document,
        FormDescriptor descriptor,
        CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        ArgumentNullException.ThrowIfNull(descriptor);
        FormDescriptorRules.ThrowIfBroken(descriptor, nameof(descriptor));
        return _run.ListAsync(
            FormDescriptorsOperations.Upload,
            (call, token) => _api.UploadAsync(
                document,
                new JsonBody<FormDescriptor>(descriptor, FormDescriptorsJson.Shared.FormDescriptor),
                call,
                token),
            FormDescriptorsJson.Shared.IReadOnlyListSigningLink,
            cancellationToken);
    }

    /// <summary>Reads a descriptor back, with the signers' links (<c>FormDesc.retrieve</c>, <c>GET /v1/formdesc/retrieve</c>).</summary>
    /// <param name="document">The document's source id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such document.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<FormDescriptor> RetrieveAsync(SourceDocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.ReadAsync(
            FormDescriptorsOperations.Retrieve,
            (call, token) => _api.RetrieveAsync(document, call, token),
            FormDescriptorsJson.Shared.FormDescriptor,
            cancellationToken);
    }
}

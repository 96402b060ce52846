using System.Text.Json;

namespace OkSign.Client;

/// <summary>Metadata: what was filled in and signed on a document, and by whom.</summary>
/// <remarks>OKSign service <c>Metadata.retrieve</c> in both its versions; see docs/wire-evidence.md.</remarks>
public class MetadataClient
{
    private readonly IMetadataApi _api;
    private readonly OperationRunner _run;

    internal MetadataClient(IMetadataApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected MetadataClient() => (_api, _run) = (null!, null!);

    /// <summary>Reads a signed document's metadata (<c>Metadata.retrieve</c>, <c>GET /v2/metadata/retrieve</c>).</summary>
    /// <param name="document">The id of the <em>signed</em> copy.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such signed document.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<DocumentMetadata> RetrieveAsync(SignedDocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.ReadAsync(
            MetadataOperations.Retrieve,
            (call, token) => _api.RetrieveAsync(document, call, token),
            MetadataJson.Shared.DocumentMetadata,
            cancellationToken);
    }

    /// <summary>
    /// Reads a signed document's metadata in the older form (<c>Metadata.retrieve</c>, <c>GET /v1/metadata/retrieve</c>).
    /// </summary>
    /// <remarks>That form is not documented anywhere: here it is as the service gives it. Prefer <see cref="RetrieveAsync"/>.</remarks>
    /// <param name="document">The id of the <em>signed</em> copy.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignNotFoundException">No such signed document.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<JsonElement> RetrieveV1Async(SignedDocumentId document, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(document.Value, nameof(document));
        return _run.ReadAsync(
            MetadataOperations.RetrieveV1,
            (call, token) => _api.RetrieveV1Async(document, call, token),
            MetadataJson.Shared.JsonElement,
            cancellationToken);
    }
}

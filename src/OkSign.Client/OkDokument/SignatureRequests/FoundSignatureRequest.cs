namespace OkSign.Client.OkDokument;

/// <summary>A signature request that can be signed.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="ViewerUrl">Where its signing link leads.</param>
public sealed record FoundSignatureRequest(SignatureRequestId Id, Uri ViewerUrl)
{
    /// <summary>The document's id, as far as <see cref="ViewerUrl"/> tells it.</summary>
    public StoredDocumentId? DocumentId { get; init; }

    /// <summary>The name of the type only: who has the address can sign.</summary>
    public override string ToString() => nameof(FoundSignatureRequest);
}

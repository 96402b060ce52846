namespace OkSign.Client.OkDokument;

/// <summary>A signature request that waits to be signed.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="ViewerUrl">Where its signing link leads.</param>
public sealed record FoundSignatureRequest(SignatureRequestId Id, StoredDocumentId DocumentId, Uri ViewerUrl)
{
    /// <summary>The name of the type only: who has the address can sign.</summary>
    public override string ToString() => nameof(FoundSignatureRequest);
}

namespace OkSign.Client.OkDokument;

/// <summary>What the last look at a document showed.</summary>
/// <param name="State">Its state; null before the first look that succeeded.</param>
public sealed record RoundProgress(StoredDocumentState? State)
{
    /// <summary>Why the last look failed, if it did; waiting goes on.</summary>
    public OkSignException? Failure { get; init; }
}

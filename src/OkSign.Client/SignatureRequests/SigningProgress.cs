namespace OkSign.Client;

/// <summary>How far the signing of a document is.</summary>
/// <param name="SignaturesPlaced">How many signatures there are.</param>
/// <param name="SignaturesRequired">How many are needed; null while it is not known, which is until the first one.</param>
public sealed record SigningProgress(int SignaturesPlaced, int? SignaturesRequired)
{
    /// <summary>The id of the signed copy, from the first signature on.</summary>
    public SignedDocumentId? SignedDocumentId { get; init; }

    /// <summary>Why the last look failed, if it did; waiting goes on.</summary>
    public OkSignException? Failure { get; init; }

    /// <summary>Whether all signatures are there.</summary>
    public bool IsComplete => SignedDocumentId is not null && SignaturesRequired is { } required && SignaturesPlaced >= required;
}

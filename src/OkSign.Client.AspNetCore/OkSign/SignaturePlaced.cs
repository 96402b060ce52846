namespace OkSign.Client.AspNetCore;

/// <summary>A signer has signed; confirmed by the service.</summary>
public sealed record SignaturePlaced
{
    /// <summary>The same whenever this event comes: for your own check that nothing is done twice.</summary>
    public required string Key { get; init; }

    /// <summary>The document as it was uploaded.</summary>
    public required SourceDocumentId SourceDocumentId { get; init; }

    /// <summary>The signed copy.</summary>
    public required SignedDocumentId SignedDocumentId { get; init; }

    /// <summary>Who signed; null when the service does not tell.</summary>
    public SignerId? SignerId { get; init; }

    /// <summary>The document's name. Never a path to write to.</summary>
    public string? FileName { get; init; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>How many signatures the document has, as far as it was known when this event came up.</summary>
    public int? SignaturesPlaced { get; init; }

    /// <summary>How many it needs.</summary>
    public int? SignaturesRequired { get; init; }

    /// <summary>Which try this is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The name of the type only: what is said of people must not slip into a log.</summary>
    public override string ToString() => nameof(SignaturePlaced);
}

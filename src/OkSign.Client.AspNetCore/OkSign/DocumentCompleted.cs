namespace OkSign.Client.AspNetCore;

/// <summary>Everybody has signed a document; confirmed by the service. Download it by its <see cref="SignedDocumentId"/>.</summary>
/// <remarks>The service still sends its own notifications: remove the document later, or let the client wait (<see cref="OkSignTooSoonException"/>).</remarks>
public sealed record DocumentCompleted
{
    /// <summary>The same whenever this event comes: for your own check that nothing is done twice.</summary>
    public required string Key { get; init; }

    /// <summary>The document as it was uploaded.</summary>
    public required SourceDocumentId SourceDocumentId { get; init; }

    /// <summary>The signed copy.</summary>
    public required SignedDocumentId SignedDocumentId { get; init; }

    /// <summary>The document's name. Never a path to write to.</summary>
    public string? FileName { get; init; }

    /// <summary>Which try this is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(DocumentCompleted);
}

using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>A round of signing that has ended at OKdokument; its document's state was confirmed by the service.</summary>
public sealed record RoundEnded
{
    /// <summary>The same whenever this event comes: for your own check that nothing is done twice.</summary>
    public required string Key { get; init; }

    /// <summary>The document.</summary>
    public required StoredDocumentId DocumentId { get; init; }

    /// <summary>The document's state, as the service told when it was asked.</summary>
    public required StoredDocumentState State { get; init; }

    /// <summary>The round, as the call said it: the service cannot be asked for a round that has ended.</summary>
    public SignatureRequestId? SignatureRequestId { get; init; }

    /// <summary>The document's name. Never a path to write to.</summary>
    public string? FileName { get; init; }

    /// <summary>Which try this is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The name of the type only: an id opens a document to whoever has it.</summary>
    public override string ToString() => nameof(RoundEnded);
}

namespace OkSign.Emulator.OkDokument;

/// <summary>A signature request as it was asked for: on a new file or on a stored document.</summary>
internal sealed record RequestDraft
{
    /// <summary>Null leaves it to the server.</summary>
    public string? RequestId { get; init; }

    public IncomingFile? File { get; init; }

    public string? DocumentId { get; init; }

    /// <summary>Whether the document is brought back to <c>tosign</c>.</summary>
    public bool ChangesState { get; init; }

    public Uri? ResultUrl { get; init; }

    public Uri? SendInfoUrl { get; init; }

    /// <summary>Null is a day from now.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public RoundSettings Settings { get; init; } = new();
}

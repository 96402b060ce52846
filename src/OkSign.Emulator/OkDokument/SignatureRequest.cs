namespace OkSign.Emulator.OkDokument;

/// <summary>A registered signing round at one moment. Immutable: the account replaces it.</summary>
internal sealed record SignatureRequest
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required RoundSettings Settings { get; init; }

    public Uri? ResultUrl { get; init; }

    public Uri? SendInfoUrl { get; init; }

    /// <summary>Signed or cancelled, or overtaken by another round of the document.</summary>
    public bool IsFinished { get; init; }

    /// <summary>The code to open that was sent; null before.</summary>
    public string? OpenCode { get; init; }

    /// <summary>The code to sign that was sent; null before.</summary>
    public string? SignCode { get; init; }

    /// <summary>Until when reminders have been sent.</summary>
    public required DateTimeOffset RemindedUntil { get; init; }

    public RoundRules Rules => Settings.Rules;

    public bool IsExpired(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>Why it cannot be used, as a message code; null when it can.</summary>
    public string? ProblemAt(DateTimeOffset now)
        => IsFinished ? ErrorCodes.RequestFinished : IsExpired(now) ? ErrorCodes.RequestExpired : null;
}

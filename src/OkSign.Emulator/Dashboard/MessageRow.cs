namespace OkSign.Emulator.Dashboard;

/// <summary>An e-mail or text message of either service.</summary>
internal sealed record MessageRow
{
    /// <summary>Tells it from the others.</summary>
    public required string Key { get; init; }

    public required string Service { get; init; }

    public required MessageKind Channel { get; init; }

    /// <summary>What it is about, in a word or two.</summary>
    public required string About { get; init; }

    public required string Recipient { get; init; }

    /// <summary>The name of the recipient; null when it is not known.</summary>
    public string? RecipientName { get; init; }

    public string? Subject { get; init; }

    public string? Text { get; init; }

    /// <summary>Where the HTML of an e-mail is; null for none.</summary>
    public string? Body { get; init; }

    public string? Sender { get; init; }

    public string? ReplyTo { get; init; }

    public IReadOnlyList<string> Cc { get; init; } = [];

    public required string Language { get; init; }

    public IReadOnlyList<string> Attachments { get; init; } = [];

    public Uri? Link { get; init; }

    /// <summary>A one-time code.</summary>
    public string? Code { get; init; }

    /// <summary>The name of what it is about, or its id when it is not there any more.</summary>
    public required string Document { get; init; }

    /// <summary>Why it did not arrive; null when it did.</summary>
    public string? Failure { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}

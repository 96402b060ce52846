namespace OkSign.Emulator;

/// <summary>A message that the service would have sent to a signer.</summary>
public sealed record SentMessage
{
    /// <summary>E-mail or text message.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The e-mail address or mobile number of the signer.</summary>
    public required string Recipient { get; init; }

    /// <summary>The id of the signer.</summary>
    public required string SignerId { get; init; }

    /// <summary>The name of the signer.</summary>
    public required string SignerName { get; init; }

    /// <summary>The subject of an e-mail, or the whole text of a text message.</summary>
    public required string Subject { get; init; }

    /// <summary>The HTML of an e-mail; null when none was given.</summary>
    public string? Body { get; init; }

    /// <summary>The display name of the sender; null when none was given.</summary>
    public string? Sender { get; init; }

    /// <summary>Who got a copy of the e-mail.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>Where an answer goes; null when no address was given.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The language, such as <c>nl</c>; null when none was given.</summary>
    public string? Language { get; init; }

    /// <summary>The files that went along. One that was removed before the message was sent is not among them.</summary>
    public IReadOnlyList<SentAttachment> Attachments { get; init; } = [];

    /// <summary>The link by which the recipient signs; null when the document has no form descriptor yet.</summary>
    public Uri? SigningLink { get; init; }

    /// <summary>The code to sign with; null when it is another message.</summary>
    internal string? Code { get; init; }

    /// <summary>When it was sent, by the emulator's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Whether it repeats an earlier message, because the signer had not signed yet.</summary>
    public bool IsReminder { get; init; }

    /// <summary>The docid of the source document, or the token of the briefcase.</summary>
    public required string DocumentId { get; init; }
}

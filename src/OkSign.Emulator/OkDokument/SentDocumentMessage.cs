namespace OkSign.Emulator;

/// <summary>A message that OKdokument would have sent.</summary>
public sealed record SentDocumentMessage
{
    /// <summary>What it is about.</summary>
    public required DocumentMessageKind Kind { get; init; }

    /// <summary>E-mail or text message.</summary>
    public required MessageKind Channel { get; init; }

    /// <summary>The e-mail address or telephone number.</summary>
    public required string Recipient { get; init; }

    /// <summary>Where an answer goes: the rule <c>emailFrom</c>; null when there is none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The name of the sender: the rule <c>nameFrom</c>; null when there is none.</summary>
    public string? SenderName { get; init; }

    /// <summary>The file name of the document, or its id when it has none.</summary>
    public required string DocumentName { get; init; }

    /// <summary>The language of the template, such as <c>sk</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The extra text of an invitation: the rule <c>emailMessage</c>; null when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>The link by which the recipient signs; of invitations and reminders to the signer.</summary>
    public Uri? SigningUrl { get; init; }

    /// <summary>The one-time code; of messages with a code.</summary>
    public string? Code { get; init; }

    /// <summary>The signed file that went along; null for none.</summary>
    public ReadOnlyMemory<byte>? SignedPdf { get; init; }

    /// <summary>When it was sent, by the emulator's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The id of the document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The id of the signature request.</summary>
    public required string SignatureRequestId { get; init; }
}

using OkSign.Emulator.Bundles;
using OkSign.Emulator.Deliveries;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.OkDokument;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>Reads the messages of both services.</summary>
internal sealed class MessageReader(
    Outbox outbox, DeliveryErrors errors, DocumentStore documents, BundleStore bundles, DokumentAccount account, Clock clock)
{
    public Listing<MessageRow> Read()
    {
        IReadOnlyList<SentMessage> sent = outbox.Log();
        ILookup<(string DocumentId, DateTimeOffset SentAt), DeliveryError> failed = errors.All().ToLookup(error => (error.SourceDocumentId, error.SentAt));
        IReadOnlyList<SentDocumentMessage> ofDokument = account.Run((book, _) => (IReadOnlyList<SentDocumentMessage>)[.. book.Messages]);
        MessageToShow[] all =
        [
            .. sent.Select((message, number) => new MessageToShow(message.SentAt, () => RowOf(message, number, failed[(message.DocumentId, message.SentAt)]))),
            .. ofDokument.Select((message, number) => new MessageToShow(message.SentAt, () => RowOf(message, number))),
        ];
        return Listing.Of([.. all.OrderBy(message => message.SentAt)], message => message.Row());
    }

    private MessageRow RowOf(SentMessage message, int number, IEnumerable<DeliveryError> failed) => new()
    {
        Key = FormattableString.Invariant($"oksign-{number}"),
        Service = ServiceNames.OkSign,
        Channel = message.Kind,
        About = message.Code is not null ? "Code to sign" : message.IsReminder ? "Reminder" : "Invitation",
        Code = message.Code,
        Recipient = message.Recipient,
        RecipientName = message.SignerName,
        Subject = message.Subject,
        Body = message.Body is null ? null : DashboardPaths.Mail(number),
        Sender = message.Sender,
        ReplyTo = message.ReplyTo,
        Cc = message.Cc,
        Language = message.Language ?? "",
        Attachments = [.. message.Attachments.Select(attachment => attachment.FileName)],
        Link = message.SigningLink,
        Document = NameOf(message.DocumentId),
        Failure = FailureOf(message, failed),
        SentAt = message.SentAt,
    };

    private MessageRow RowOf(SentDocumentMessage message, int number) => new()
    {
        Key = FormattableString.Invariant($"okdokument-{number}"),
        Service = ServiceNames.OkDokument,
        Channel = message.Channel,
        About = message.Kind switch
        {
            DocumentMessageKind.Invitation => "Invitation",
            DocumentMessageKind.SignedDocument => "Signed document",
            DocumentMessageKind.SignerReminder => "Reminder",
            DocumentMessageKind.SenderReminder => "Reminder to the sender",
            DocumentMessageKind.OpenCode => "Code to open",
            DocumentMessageKind.SignCode => "Code to sign",
            _ => message.Kind.ToString(),
        },
        Recipient = message.Recipient,
        Text = message.Text,
        Sender = message.SenderName,
        ReplyTo = message.ReplyTo,
        Language = message.Language,
        Attachments = message.SignedPdf is null ? [] : [message.DocumentName],
        Link = message.SigningUrl,
        Code = message.Code,
        Document = message.DocumentName,
        SentAt = clock.Of(message.SentAt),
    };

    private string NameOf(string id) => documents.Find(id)?.Document.FileName ?? bundles.Find(BundleKind.Briefcase, id)?.PackageName ?? id;

    // One message can fail for several recipients: the one that it is addressed to, and those of copies.
    private static string? FailureOf(SentMessage message, IEnumerable<DeliveryError> failed)
    {
        string[] failures =
        [
            .. from error in failed
               let address = error.Email ?? error.Mobile
               where address == message.Recipient || message.Cc.Contains(address)
               select address == message.Recipient ? $"{error.Event}: {error.Reason}" : $"{error.Event} at {address}: {error.Reason}",
        ];
        return failures.Length == 0 ? null : string.Join("; ", failures);
    }

    /// <summary>A message of which only the newest become rows.</summary>
    private sealed record MessageToShow(DateTimeOffset SentAt, Func<MessageRow> Row);
}

using OkSign.Emulator.Deliveries;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>
/// Keeps the messages that have been sent. Nothing runs by itself: whoever asks, or changes what is to be sent, first has that sent
/// which was due until then.
/// </summary>
internal sealed class Outbox(
    DocumentStore documents, SigningLinks links, EmailAttachments attachments, DeliveryErrors errors, Clock clock)
{
    private readonly object _gate = new();
    private readonly List<SentMessage> _sent = [];
    private readonly HashSet<(Guid Plan, int Index, string SignerId, int Repetition)> _done = [];

    /// <summary>What has been sent by now, oldest first.</summary>
    public IReadOnlyList<SentMessage> Snapshot()
    {
        lock (_gate)
        {
            SendDue();
            return [.. _sent.OrderBy(message => message.SentAt)];
        }
    }

    /// <summary>Sends what is due for any document.</summary>
    public void SendDue()
    {
        // The time before the documents: a plan that is replaced meanwhile had its say until now.
        DateTimeOffset now = clock.Now;
        Send(now, documents.All());
    }

    /// <summary>Sends what is due for a document whose plan is about to change.</summary>
    public void SendDue(StoredDocument document) => Send(clock.Now, [document]);

    private void Send(DateTimeOffset now, IReadOnlyList<StoredDocument> candidates)
    {
        lock (_gate)
        {
            var due = from document in candidates
                      let plan = document.Notifications
                      where plan is not null
                      from message in MessageSchedule.Until(now, document, plan)
                      where _done.Add((plan.Id, message.Index, message.Signer.Id, message.Repetition))
                      orderby message.At
                      select (Document: document, Message: ToSent(document, plan, message));
            foreach ((StoredDocument document, SentMessage message) in due)
            {
                _sent.Add(message);
                errors.Deliver(message, document);
            }
        }
    }

    private SentMessage ToSent(StoredDocument document, NotificationPlan plan, DueMessage due)
    {
        Notification notification = plan.Notifications[due.Index];
        return new SentMessage
        {
            Kind = notification.Kind,
            Recipient = MessageSchedule.AddressOf(due.Signer, notification.Kind),
            SignerId = due.Signer.Id,
            SignerName = due.Signer.Name,
            Subject = notification.Subject,
            Body = notification.Body,
            Sender = notification.Sender,
            Cc = notification.Cc,
            ReplyTo = notification.ReplyTo,
            Language = notification.Language,
            Attachments = [.. from id in notification.Attachments
                              let fileName = attachments.FileNameOf(id)
                              where fileName is not null
                              select new SentAttachment(id, fileName)],
            SigningLink = document.SigningTokens.ContainsKey(due.Signer.Id) ? links.For(document, due.Signer.Id) : null,
            SentAt = due.At,
            IsReminder = due.Repetition > 0,
            DocumentId = document.Id,
        };
    }
}

using OkSign.Emulator.Bundles;
using OkSign.Emulator.Deliveries;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>
/// Keeps the messages that have been sent. Nothing runs by itself: whoever asks, or changes what is to be sent, first has that sent
/// which was due until then.
/// </summary>
internal sealed class Outbox(
    DocumentStore documents, BundleStore bundles, SigningLinks links, EmailAttachments attachments, DeliveryErrors errors, Clock clock, ChangeSignal changes)
{
    private readonly object _gate = new();
    private readonly List<SentMessage> _sent = [];
    private readonly HashSet<(Guid Plan, int Index, string SignerId, int Repetition)> _done = [];

    /// <summary>What has been sent by now, oldest first.</summary>
    public IReadOnlyList<SentMessage> Snapshot() => [.. Log().OrderBy(message => message.SentAt)];

    /// <summary>What has been sent by now, in the order in which it was found to be due: a message keeps its place.</summary>
    public IReadOnlyList<SentMessage> Log()
    {
        lock (_gate)
        {
            SendDue();
            return [.. _sent];
        }
    }

    /// <summary>Sends a message that nobody has planned, such as a code.</summary>
    public void Add(SentMessage message, string organizationalToken)
    {
        lock (_gate)
        {
            _sent.Add(message);
            errors.Deliver(message, organizationalToken);
        }

        changes.Raise();
    }

    /// <summary>Sends what is due for any document or briefcase.</summary>
    public void SendDue()
    {
        // The time before the documents: a plan that is replaced meanwhile had its say until now.
        DateTimeOffset now = clock.Now;
        Send(now, [.. documents.All().Select(About), .. bundles.Briefcases().Select(About)]);
    }

    /// <summary>Sends what is due for a document, alone and in its briefcase, before what it asks of whom changes.</summary>
    public void SendDue(StoredDocument document)
        => Send(clock.Now, [About(document), bundles.BriefcaseOf(document.Id) is { } briefcase ? About(briefcase) : null]);

    /// <summary>Sends what is due for a briefcase whose plan is about to change.</summary>
    public void SendDue(SigningBundle briefcase) => Send(clock.Now, [About(briefcase)]);

    private static NotifiedDocuments? About(StoredDocument document)
        => document.Notifications is { } plan ? new NotifiedDocuments(document.Id, [document], document.SigningTokens, plan) : null;

    private NotifiedDocuments? About(SigningBundle briefcase)
    {
        if (briefcase.Notifications is not { } plan)
        {
            return null;
        }

        StoredDocument[] bundled = [.. briefcase.DocumentIds.Select(id => documents.Find(id)?.Document).OfType<StoredDocument>()];
        return bundled.Length > 0 ? new NotifiedDocuments(briefcase.Token, bundled, briefcase.LinkTokens, plan) : null;
    }

    private void Send(DateTimeOffset now, IEnumerable<NotifiedDocuments?> candidates)
    {
        lock (_gate)
        {
            var due = from notified in candidates.OfType<NotifiedDocuments>()
                      from message in MessageSchedule.Until(now, notified)
                      where _done.Add((notified.Plan.Id, message.Index, message.Signer.Id, message.Repetition))
                      orderby message.At
                      select (Notified: notified, Message: ToSent(notified, message));
            foreach ((NotifiedDocuments notified, SentMessage message) in due)
            {
                _sent.Add(message);
                errors.Deliver(message, notified.Documents[0].OrganizationalToken);
                changes.Raise();
            }
        }
    }

    private SentMessage ToSent(NotifiedDocuments notified, DueMessage due)
    {
        Notification notification = notified.Plan.Notifications[due.Index];
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
            SigningLink = notified.LinkTokens.GetValueOrDefault(due.Signer.Id) is { } token ? links.For(token) : null,
            SentAt = due.At,
            IsReminder = due.Repetition > 0,
            DocumentId = notified.Id,
        };
    }
}

using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>
/// Which messages a plan has sent until a moment: a function of the plan and its documents alone. A later moment or a later signature
/// only ever adds messages, so that it does not matter how often one asks.
/// </summary>
internal static class MessageSchedule
{
    public static IEnumerable<DueMessage> Until(DateTimeOffset now, NotifiedDocuments notified)
        => from indexed in notified.Plan.Notifications.Select((notification, index) => (Notification: notification, Index: index))
           from signerId in indexed.Notification.To.Distinct().Except(notified.Plan.HaveSigned)
           let signer = notified.Plan.Signers.First(known => known.Id == signerId)
           where AddressOf(signer, indexed.Notification.Kind).Length > 0
           from message in MessagesTo(signer, indexed.Notification, indexed.Index, notified, now)
           select message;

    public static string AddressOf(Signer signer, MessageKind kind) => kind == MessageKind.Email ? signer.Email : signer.Mobile;

    private static IEnumerable<DueMessage> MessagesTo(
        Signer signer, Notification notification, int index, NotifiedDocuments notified, DateTimeOffset now)
    {
        // Subtracted, not added: no upload can make a date that does not exist.
        if (TurnOf(signer.Id, notified) is not { } turn || now - turn < notification.Delay)
        {
            yield break;
        }

        DateTimeOffset? signedAt = SignedAllAt(signer.Id, notified);
        if (signer.SignsAutomatically && signedAt == turn)
        {
            yield break;
        }

        DateTimeOffset first = turn + notification.Delay;
        DateTimeOffset end = new[] { now, signedAt ?? now, RefusedAt(signer.Id, notified) ?? now }.Min();
        long reminders = notified.Documents.Any(document => document.AsksSomethingOf(signer.Id))
            ? Math.Min(notification.Repeat, (end - first).Ticks / TimeSpan.TicksPerDay / notification.ReminderDays)
            : 0;
        for (int repetition = 0; repetition <= reminders && first <= end; repetition++)
        {
            yield return new DueMessage(index, signer, repetition, first.AddDays((double)repetition * notification.ReminderDays));
        }
    }

    /// <summary>When it became the signer's turn on all documents; null when others must sign one of them first.</summary>
    private static DateTimeOffset? TurnOf(string signerId, NotifiedDocuments notified)
    {
        DateTimeOffset turn = notified.Plan.From;
        foreach ((StoredDocument document, string other) in notified.Documents.SelectMany(document => Earlier(signerId, document, notified.Plan)))
        {
            if (SignedAt(other, document, notified.Plan) is not { } signedAt)
            {
                return null;
            }

            turn = signedAt > turn ? signedAt : turn;
        }

        return turn;
    }

    // The documents of a briefcase have the same signers, but not always in the same order.
    private static IEnumerable<(StoredDocument Document, string SignerId)> Earlier(
        string signerId, StoredDocument document, NotificationPlan plan)
    {
        IReadOnlyList<Signer> signers = document.Descriptor?.Signers ?? plan.Signers;
        return from signer in signers
               where signer.Id == signerId
               from other in signers
               where SigningRules.MustSignBefore(other, signer) && document.AsksSomethingOf(other.Id)
               select (document, other.Id);
    }

    /// <summary>When the signer signed the last of the documents; null as long as one is left.</summary>
    private static DateTimeOffset? SignedAllAt(string signerId, NotifiedDocuments notified)
    {
        DateTimeOffset?[] moments =
        [
            .. notified.Documents
                .Where(document => document.AsksSomethingOf(signerId))
                .Select(document => SignedAt(signerId, document, notified.Plan)),
        ];
        return moments.Contains(null) ? null : moments.Max();
    }

    /// <summary>When the signer refused one of the documents; null when there is no such refusal.</summary>
    private static DateTimeOffset? RefusedAt(string signerId, NotifiedDocuments notified)
        => notified.Documents.Select(document => document.RefusalOf(signerId)?.At).Where(refusedAt => refusedAt is not null).Min();

    private static DateTimeOffset? SignedAt(string signerId, StoredDocument document, NotificationPlan plan)
        => document.Copies
            .Skip(plan.FirstCopies[document.Id])
            .Select(copy => copy.SigningOf(signerId))
            .FirstOrDefault(signing => signing is not null)?.At;
}

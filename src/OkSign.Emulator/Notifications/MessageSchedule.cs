using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>
/// Which messages a document's plan has sent until a moment: a function of the document alone. A later moment or a later signature
/// only ever adds messages, so that it does not matter how often one asks.
/// </summary>
internal static class MessageSchedule
{
    public static IEnumerable<DueMessage> Until(DateTimeOffset now, StoredDocument document, NotificationPlan plan)
        => from indexed in plan.Notifications.Select((notification, index) => (Notification: notification, Index: index))
           from signerId in indexed.Notification.To.Distinct().Except(plan.HaveSigned)
           let signer = plan.Signers.First(known => known.Id == signerId)
           where AddressOf(signer, indexed.Notification.Kind).Length > 0
           from message in MessagesTo(signer, indexed.Notification, indexed.Index, document, plan, now)
           select message;

    public static string AddressOf(Signer signer, MessageKind kind) => kind == MessageKind.Email ? signer.Email : signer.Mobile;

    private static IEnumerable<DueMessage> MessagesTo(
        Signer signer, Notification notification, int index, StoredDocument document, NotificationPlan plan, DateTimeOffset now)
    {
        // Subtracted, not added: no upload can make a date that does not exist.
        if (TurnOf(signer, document, plan) is not { } turn || now - turn < notification.Delay)
        {
            yield break;
        }

        DateTimeOffset? signedAt = SignedAt(signer, document, plan);
        if (signer.SignsAutomatically && signedAt == turn)
        {
            yield break;
        }

        DateTimeOffset first = turn + notification.Delay;
        DateTimeOffset end = signedAt < now ? signedAt.Value : now;
        long reminders = HasNothingToSign(signer, document)
            ? 0
            : Math.Min(notification.Repeat, (end - first).Ticks / TimeSpan.TicksPerDay / notification.ReminderDays);
        for (int repetition = 0; repetition <= reminders && first <= end; repetition++)
        {
            yield return new DueMessage(index, signer, repetition, first.AddDays((double)repetition * notification.ReminderDays));
        }
    }

    /// <summary>When it became the signer's turn; null when others must sign first.</summary>
    private static DateTimeOffset? TurnOf(Signer signer, StoredDocument document, NotificationPlan plan)
    {
        DateTimeOffset turn = plan.From;
        foreach (Signer other in plan.Signers.Where(other => SigningRules.MustSignBefore(other, signer) && !HasNothingToSign(other, document)))
        {
            if (SignedAt(other, document, plan) is not { } signedAt)
            {
                return null;
            }

            turn = signedAt > turn ? signedAt : turn;
        }

        return turn;
    }

    private static bool HasNothingToSign(Signer signer, StoredDocument document)
        => document.Descriptor is { } descriptor && !descriptor.SignaturesOf(signer.Id).Any();

    private static DateTimeOffset? SignedAt(Signer signer, StoredDocument document, NotificationPlan plan)
        => document.Copies.Skip(plan.FirstCopy).Select(copy => copy.SigningOf(signer.Id)).FirstOrDefault(signing => signing is not null)?.At;
}

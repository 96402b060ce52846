using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>What is to be sent about a document or briefcase. Immutable: a new upload replaces it.</summary>
internal sealed record NotificationPlan
{
    /// <summary>Tells the messages of this plan from those of the one that it replaces.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public required DateTimeOffset From { get; init; }

    public required IReadOnlyList<Notification> Notifications { get; init; }

    public required IReadOnlyList<Signer> Signers { get; init; }

    /// <summary>
    /// The signed copy of each document from which on signatures count; those of earlier rounds of a reusable document do not.
    /// </summary>
    public required IReadOnlyDictionary<string, int> FirstCopies { get; init; }

    /// <summary>Who had signed everything before there was a plan, and is sent nothing.</summary>
    public required IReadOnlyList<string> HaveSigned { get; init; }

    public static NotificationPlan Of(
        IReadOnlyList<StoredDocument> documents, IReadOnlyList<Notification> notifications, IReadOnlyList<Signer> signers, DateTimeOffset now) => new()
        {
            From = now,
            Notifications = notifications,
            Signers = signers,
            FirstCopies = documents.ToDictionary(document => document.Id, document => document.CurrentRound),
            HaveSigned = [.. signers.Select(signer => signer.Id).Where(id => HasSigned(id, documents))],
        };

    private static bool HasSigned(string signerId, IReadOnlyList<StoredDocument> documents)
    {
        StoredDocument[] asking = [.. documents.Where(document => document.AsksSomethingOf(signerId))];
        return asking.Length > 0 && asking.All(document => document.CurrentCopy?.IsSignedBy(signerId) == true);
    }
}

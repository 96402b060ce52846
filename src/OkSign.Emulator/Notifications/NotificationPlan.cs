using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>What is to be sent about a document. Immutable: a new upload replaces it.</summary>
internal sealed record NotificationPlan
{
    /// <summary>Tells the messages of this plan from those of the one that it replaces.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public required DateTimeOffset From { get; init; }

    public required IReadOnlyList<Notification> Notifications { get; init; }

    public required IReadOnlyList<Signer> Signers { get; init; }

    /// <summary>The signed copy from which on signatures count; those of earlier rounds of a reusable document do not.</summary>
    public required int FirstCopy { get; init; }

    /// <summary>Who had signed before there was a plan, and is sent nothing.</summary>
    public required IReadOnlyList<string> HaveSigned { get; init; }

    public static NotificationPlan Of(
        StoredDocument document, IReadOnlyList<Notification> notifications, IReadOnlyList<Signer> signers, DateTimeOffset now) => new()
        {
            From = now,
            Notifications = notifications,
            Signers = signers,
            FirstCopy = document.Copies.Count - (document.CurrentCopy is null ? 0 : 1),
            HaveSigned = [.. document.CurrentCopy?.Signings.Select(signing => signing.Signer.Id) ?? []],
        };
}

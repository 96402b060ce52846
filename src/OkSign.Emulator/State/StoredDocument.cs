using System.Collections.Immutable;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.Pdf;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.State;

/// <summary>A document at one moment. Immutable: <see cref="DocumentStore.Update"/> replaces it.</summary>
internal sealed record StoredDocument
{
    public required string Id { get; init; }

    public required string FileName { get; init; }

    public required byte[] Pdf { get; init; }

    public required IReadOnlyList<PageSize> Pages { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string Creator { get; init; }

    public required string OrganizationalToken { get; init; }

    /// <summary>Made in the account, as in the service's web console, and not uploaded by the API.</summary>
    public bool IsTemplate { get; init; }

    public FormDescriptor? Descriptor { get; init; }

    /// <summary>The token of the signing link, by signer id.</summary>
    public ImmutableDictionary<string, string> SigningTokens { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The messages to send; null for none.</summary>
    public NotificationPlan? Notifications { get; init; }

    /// <summary>The signed copies: one, or for a reusable document one for each round of signing.</summary>
    public ImmutableList<SignedCopy> Copies { get; init; } = [];

    /// <summary>Who has refused to sign it as its form descriptor is now.</summary>
    public ImmutableList<Refusal> Refusals { get; init; } = [];

    public ImmutableList<AuditEvent> Events { get; init; } = [];

    public int SignaturesRequired => Descriptor?.Fields.Count(candidate => candidate.IsSignature) ?? 0;

    /// <summary>Whether the document can be signed again when all have signed, which is what a template is for.</summary>
    public bool IsReusable => Descriptor is { } descriptor && (descriptor.Reusable || IsTemplate);

    public bool IsSigned => Copies.Count > 0;

    /// <summary>
    /// The copy on which the next signature goes or, when nothing is left to sign, went; null before the first signature of a round.
    /// </summary>
    public SignedCopy? CurrentCopy => Copies.LastOrDefault() is { } last && !IsRoundOver(last) ? last : null;

    /// <summary>The index of the current copy, or of the one that the next signature makes.</summary>
    public int CurrentRound => CurrentCopy is null ? Copies.Count : Copies.Count - 1;

    /// <summary>The refusal of a signer in the current round; null when there is none.</summary>
    public Refusal? RefusalOf(string signerId)
        => Refusals.FirstOrDefault(refusal => refusal.SignerId == signerId && refusal.Round == CurrentRound);

    public IEnumerable<SignedCopy> PresentCopies => Copies.Where(copy => !copy.IsRemoved);

    /// <summary>Whether signers still have something to do.</summary>
    public bool IsActive => CurrentCopy is not { } copy || !(copy.IsRemoved || IsComplete(copy));

    public DateTimeOffset? LastSignedAt => Copies.LastOrDefault()?.Signings[^1].At;

    public long StoredBytes => Pdf.LongLength + PresentCopies.Sum(copy => copy.Pdf.LongLength);

    /// <summary>Whether a signer has something to sign or fill in; everybody may have before there is a form descriptor.</summary>
    public bool AsksSomethingOf(string signerId) => Descriptor?.AsksSomethingOf(signerId) != false;

    private bool IsComplete(SignedCopy copy)
        => Descriptor is { } descriptor
            && descriptor.Signers.All(signer => !descriptor.AsksSomethingOf(signer.Id) || copy.IsSignedBy(signer.Id));

    private bool IsRoundOver(SignedCopy copy) => IsReusable && (copy.IsRemoved || IsComplete(copy));
}

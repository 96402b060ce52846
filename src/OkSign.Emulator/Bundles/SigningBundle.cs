using System.Collections.Immutable;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Notifications;

namespace OkSign.Emulator.Bundles;

/// <summary>
/// Documents that a signer signs together behind one link: a briefcase, with a link for each signer, or a SignExpress session, with one
/// signer. Immutable: <see cref="BundleStore"/> replaces it.
/// </summary>
internal sealed record SigningBundle
{
    public required BundleKind Kind { get; init; }

    /// <summary>By which the client names it: of the form of a document id.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The source documents, in the order of signing.</summary>
    public required ImmutableList<string> DocumentIds { get; init; }

    /// <summary>The token of the signing link, by signer id.</summary>
    public required ImmutableDictionary<string, string> LinkTokens { get; init; }

    public required WebAddresses Addresses { get; init; }

    /// <summary>The name that signers see; briefcases only.</summary>
    public string? PackageName { get; init; }

    /// <summary>The messages to send about all documents together; null for none. Briefcases only.</summary>
    public NotificationPlan? Notifications { get; init; }

    /// <summary>For how many days the link works; null for ever.</summary>
    public int? ValidDays { get; init; }

    /// <summary>Who has signed by this bundle's link: it works once.</summary>
    public ImmutableHashSet<string> SignedBy { get; init; } = [];

    /// <summary>Why a signer's link does not work at a moment; null when it does.</summary>
    public string? ProblemOfLink(string signerId, DateTimeOffset now)
        => SignedBy.Contains(signerId) ? "The signing link was used already."
            : ValidDays is { } days && now - CreatedAt >= TimeSpan.FromDays(days) ? $"The signing link has expired: it was valid for {days} days."
            : null;
}

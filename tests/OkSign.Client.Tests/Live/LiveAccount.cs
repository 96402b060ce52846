namespace OkSign.Client.Tests.Live;

/// <summary>The account that the checks use, and what of it they may look at.</summary>
internal sealed record LiveAccount(OkSignCredentials Credentials, Uri BaseAddress)
{
    public const string NoKey = "OKSIGN_AUTHORIZATION is not set: there is no account to check the service with.";

    public string? SourceDocumentId { get; init; }

    public string? SignedDocumentId { get; init; }

    public string? BriefcaseToken { get; init; }

    /// <summary>The account that the environment names; null without a key.</summary>
    /// <exception cref="InvalidOperationException">The key is not usable.</exception>
    public static LiveAccount? FromEnvironment()
        => Variable(OkSignCredentials.EnvironmentVariable) is null
            ? null
            : new LiveAccount(
                OkSignCredentials.FromEnvironment(),
                Variable("OKSIGN_BASE_ADDRESS") is { } address ? new Uri(address) : OkSignClientOptions.DefaultBaseAddress)
            {
                SourceDocumentId = Variable("OKSIGN_LIVE_SOURCE_DOCID"),
                SignedDocumentId = Variable("OKSIGN_LIVE_SIGNED_DOCID"),
                BriefcaseToken = Variable("OKSIGN_LIVE_BRIEFCASE_TOKEN"),
            };

    /// <summary>Why a check cannot run for this account; null when it can.</summary>
    public string? Lacks(LiveNeed need)
        => need switch
        {
            LiveNeed.SourceDocument when SourceDocumentId is null => "OKSIGN_LIVE_SOURCE_DOCID is not set: this check needs a document with a form descriptor.",
            LiveNeed.SignedDocument when SignedDocumentId is null => "OKSIGN_LIVE_SIGNED_DOCID is not set: this check needs a signed document.",
            LiveNeed.Briefcase when BriefcaseToken is null => "OKSIGN_LIVE_BRIEFCASE_TOKEN is not set: this check needs a briefcase.",
            _ => null,
        };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && value.Trim().Length > 0 ? value.Trim() : null;
}

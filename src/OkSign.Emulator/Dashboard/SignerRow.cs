using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A signer of a document of OKSign.</summary>
internal sealed record SignerRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Mobile { get; init; }

    public required string ActingAs { get; init; }

    /// <summary>Whether this is a user of the account, who signs after all others.</summary>
    public required bool Countersigns { get; init; }

    public required SignerProgress Progress { get; init; }

    /// <summary>Who must sign first; null for nobody.</summary>
    public string? WaitsFor { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>How it was signed; null when the signer only filled in fields.</summary>
    public string? Method { get; init; }

    public decimal? Credits { get; init; }

    /// <summary>Why the signer has refused; null when that is not so.</summary>
    public string? Refusal { get; init; }

    /// <summary>The signing link; null when the document's form descriptor gives none.</summary>
    public Uri? Link { get; init; }

    public static SignerRow Of(StoredDocument document, Signer signer, Func<string, Uri> linkOf)
    {
        SigningEvent? signing = document.CurrentCopy?.SigningOf(signer.Id);
        Signer? earlier = SigningRules.WaitsFor(signer, document.Descriptor!, document.CurrentCopy);
        return new SignerRow
        {
            Id = signer.Id,
            Name = signer.DisplayName,
            Email = signer.Email,
            Mobile = signer.Mobile,
            ActingAs = signer.ActingAs,
            Countersigns = signer.Countersigns,
            Progress = ProgressOf(document, signer, signing, earlier),
            WaitsFor = earlier?.DisplayName,
            SignedAt = signing?.At,
            Method = signing?.Method?.Label,
            Credits = signing?.Credits,
            Refusal = document.RefusalOf(signer.Id)?.Reason,
            Link = document.SigningTokens.GetValueOrDefault(signer.Id) is { } token ? linkOf(token) : null,
        };
    }

    private static SignerProgress ProgressOf(StoredDocument document, Signer signer, SigningEvent? signing, Signer? earlier)
        => !document.AsksSomethingOf(signer.Id) ? SignerProgress.NothingToDo
            : signing is not null ? SignerProgress.Signed
            : document.RefusalOf(signer.Id) is not null ? SignerProgress.Refused
            : !document.IsActive ? SignerProgress.Closed
            : earlier is not null ? SignerProgress.Waiting
            : SignerProgress.Turn;
}

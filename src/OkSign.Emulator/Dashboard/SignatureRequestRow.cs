using OkSign.Emulator.OkDokument;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A signature request of OKdokument.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Signer">Who is asked; null when the request does not say.</param>
/// <param name="Progress">Whether it can be signed.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="NeedsCode">Whether a one-time code is asked for, which is among the messages.</param>
/// <param name="Link">The signing URL.</param>
internal sealed record SignatureRequestRow(
    string Id, string? Signer, RoundProgress Progress, DateTimeOffset ExpiresAt, bool NeedsCode, Uri Link)
{
    public static SignatureRequestRow Of(SignatureRequest request, Clock clock, Func<string, Uri> linkOf) => new(
        request.Id,
        request.Rules.SignerName ?? request.Rules.EmailTo,
        request.IsFinished ? RoundProgress.Finished : request.IsExpired(clock.Now) ? RoundProgress.Expired : RoundProgress.Open,
        clock.Of(request.ExpiresAt),
        request.Rules.Open.IsAsked || request.Rules.Sign.IsAsked,
        linkOf(request.Id));
}

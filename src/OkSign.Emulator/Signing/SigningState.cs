using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pages;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>Whether there is something to sign behind a link now, and why not.</summary>
/// <param name="Key">What to tell the signer, as a key of the page's texts; null when there is something to do.</param>
/// <param name="WaitsFor">Who signs first, if that is the reason.</param>
internal sealed record SigningState(string? Key, string? WaitsFor = null)
{
    public bool IsOpen => Key is null;

    public static SigningState Of(LinkTarget target)
    {
        StoredDocument[] asking = [.. target.OfSigner.Where(document => document.Descriptor!.AsksSomethingOf(target.SignerId))];
        StoredDocument[] left = [.. asking.Where(document => document.CurrentCopy?.IsSignedBy(target.SignerId) != true)];
        if (left.Length == 0)
        {
            return new SigningState(asking.Length == 0 ? "state.nothing" : "state.signed");
        }

        if (left.Any(document => document.RefusalOf(target.SignerId) is not null))
        {
            return new SigningState("state.refused");
        }

        Signer? earlier = left
            .Select(document => SigningRules.WaitsFor(document.Descriptor!.SignerOf(target.SignerId), document.Descriptor!, document.CurrentCopy))
            .FirstOrDefault(signer => signer is not null);
        return earlier is null ? new SigningState(Key: null) : new SigningState("state.waiting", earlier.DisplayName);
    }

    /// <summary>What to tell the signer; null when there is something to do.</summary>
    public string? Tell(PageText text) => Key is null ? null : text.With(Key, WaitsFor ?? "");
}

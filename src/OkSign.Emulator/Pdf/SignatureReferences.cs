using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.Pdf;

/// <summary>Decides which signatures go to the added pages, and under which letter.</summary>
internal static class SignatureReferences
{
    public static IReadOnlyList<ReferencedSignature> Assign(IReadOnlyList<SigningEvent> signings)
    {
        var signatures = new List<ReferencedSignature>();
        bool onAddedPages = false;
        int references = 0;
        foreach (SigningEvent signing in signings)
        {
            onAddedPages |= signing.Method is { IsX509: true };
            foreach (FormField field in signing.Signatures)
            {
                signatures.Add(new ReferencedSignature(signing, field, onAddedPages ? Letters(references++) : null));
            }
        }

        return signatures;
    }

    /// <summary>A to Z, then AA, AB and so on.</summary>
    private static string Letters(int index)
        => index < 26 ? ((char)('A' + index)).ToString() : Letters((index / 26) - 1) + Letters(index % 26);
}

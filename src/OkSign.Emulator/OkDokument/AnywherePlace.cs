using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pdf;

namespace OkSign.Emulator.OkDokument;

/// <summary>The places of signatures without a field: where the signer has put them, else side by side at the foot of the last page.</summary>
internal static class AnywherePlace
{
    private const double Width = 150;
    private const double Height = 50;
    private const double Margin = 40;
    private const int Columns = 3;

    /// <exception cref="EmulatedSigningException">The chosen place is on no page.</exception>
    public static PlacedSignature Of(StoredDokument document, SignaturePlace? chosen)
        => chosen is { } place ? At(document, place) : Next(document);

    // A place near the edge is moved inside.
    private static PlacedSignature At(StoredDokument document, SignaturePlace place)
    {
        if (place.Page < 0 || place.Page >= document.Pages.Count || !double.IsFinite(place.X) || !double.IsFinite(place.Y))
        {
            throw new EmulatedSigningException($"The signature cannot be placed there; the pages are 0 to {document.Pages.Count - 1}.");
        }

        PageSize page = document.Pages[place.Page];
        return new PlacedSignature(null, new PageBox(
            place.Page,
            Math.Clamp(place.X, 0, Math.Max(0, page.Width - Width)),
            Math.Clamp(place.Y, 0, Math.Max(0, page.Height - Height)),
            Width,
            Height));
    }

    private static PlacedSignature Next(StoredDokument document)
    {
        int earlier = document.Rounds.Sum(round => round.Signatures.Count(signature => signature.FieldName is null));
        PageSize page = document.Pages[^1];
        double x = Margin + (earlier % Columns * (Width + 10));
        double y = page.Height - Margin - Height - (earlier / Columns * (Height + 10));
        x = Math.Min(x, Math.Max(0, page.Width - Width));
        return new PlacedSignature(null, new PageBox(document.Pages.Count - 1, x, Math.Max(0, y), Width, Height));
    }
}

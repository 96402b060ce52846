using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pdf;

namespace OkSign.Emulator.OkDokument;

/// <summary>The places of signatures without a field: side by side at the foot of the last page, as nobody taps on it here.</summary>
internal static class AnywherePlace
{
    private const double Width = 150;
    private const double Height = 50;
    private const double Margin = 40;
    private const int Columns = 3;

    public static PlacedSignature Next(StoredDokument document)
    {
        int earlier = document.Rounds.Sum(round => round.Signatures.Count(signature => signature.FieldName is null));
        PageSize page = document.Pages[^1];
        double x = Margin + (earlier % Columns * (Width + 10));
        double y = page.Height - Margin - Height - (earlier / Columns * (Height + 10));
        x = Math.Min(x, Math.Max(0, page.Width - Width));
        return new PlacedSignature(null, new PageBox(document.Pages.Count - 1, x, Math.Max(0, y), Width, Height));
    }
}

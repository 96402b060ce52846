using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pdf;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// Makes signature fields of the reserved tags in a document's text. The service replaces the tag; here its text stays, under the
/// signature.
/// </summary>
internal static class SignatureTags
{
    private const double Width = 150;
    private const double Height = 50;

    private static readonly string[] Tags =
        [.. from prefix in new[] { "SO", "SC", "S" } from number in Enumerable.Range(1, 5) select $"_{prefix}{number}_"];

    public static IReadOnlyList<DokumentField> Find(byte[] pdf, IReadOnlyList<PageSize> pages)
    {
        var finder = new MarkerFinder(pdf);
        return [.. Tags
            .Select(tag => (Tag: tag, Place: finder.Find(tag)))
            .Where(found => found.Place is not null)
            .Select(found => new DokumentField(found.Tag, DokumentFieldKind.Signature, BoxAt(found.Place!, pages[found.Place!.Page])))];
    }

    // A tag near the edge must not send the signature off the page.
    private static PageBox BoxAt(MarkerFinder.Place place, PageSize page) => new(
        place.Page,
        Math.Max(0, Math.Min(place.Left, page.Width - Width)),
        Math.Max(0, Math.Min(place.Top, page.Height - Height)),
        Width,
        Height);
}

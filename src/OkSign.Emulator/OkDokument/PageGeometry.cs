using OkSign.Emulator.FormDescriptors;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace OkSign.Emulator.OkDokument;

/// <summary>Brings rectangles of a PDF's form, which know nothing of the page's rotation, to the page as it is shown.</summary>
internal static class PageGeometry
{
    public static PageBox ShownBox(Page page, PdfRectangle bounds)
    {
        (double X, double Y) one = Shown(page, bounds.Left, bounds.Bottom);
        (double X, double Y) other = Shown(page, bounds.Right, bounds.Top);
        double top = Math.Max(one.Y, other.Y);
        return new PageBox(
            page.Number - 1, Math.Min(one.X, other.X), page.Height - top, Math.Abs(one.X - other.X), Math.Abs(one.Y - other.Y));
    }

    // From the bottom left corner of the page as it is shown.
    private static (double X, double Y) Shown(Page page, double x, double y)
    {
        PdfRectangle crop = page.CropBox.Bounds;
        return page.Rotation.Value switch
        {
            90 => (y - crop.Bottom, crop.Right - x),
            180 => (crop.Right - x, crop.Top - y),
            270 => (crop.Top - y, x - crop.Left),
            _ => (x - crop.Left, y - crop.Bottom),
        };
    }
}

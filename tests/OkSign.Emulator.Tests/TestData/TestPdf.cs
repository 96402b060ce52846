using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Makes PDFs to upload and reads PDFs that were answered.</summary>
internal static class TestPdf
{
    public const string Text = "This is the contract";

    /// <summary>A4 pages with one line of text each.</summary>
    public static byte[] WithPages(params string[] texts)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (string text in texts)
        {
            builder.AddPage(PageSize.A4).AddText(text, 12, new PdfPoint(70, 700), font);
        }

        return builder.Build();
    }

    public static byte[] OnePage() => WithPages(Text);

    /// <summary>One A4 page that is shown turned.</summary>
    public static byte[] Rotated(int degrees)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4)
            .SetRotation(new PageRotationDegrees(degrees))
            .AddText(Text, 12, new PdfPoint(70, 700), font);
        return builder.Build();
    }

    /// <summary>A hand-written file of one page, for what a PDF builder does not make.</summary>
    public static byte[] Raw(string pageEntries, string content, string trailerEntries = "")
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R{pageEntries}>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        string file = "%PDF-1.4\n";
        string table = "xref\n0 6\n0000000000 65535 f \n";
        for (int index = 0; index < objects.Length; index++)
        {
            table += $"{file.Length:D10} 00000 n \n";
            file += $"{index + 1} 0 obj\n{objects[index]}\nendobj\n";
        }

        return System.Text.Encoding.ASCII.GetBytes(
            $"{file}{table}trailer<</Size 6/Root 1 0 R{trailerEntries}>>\nstartxref\n{file.Length}\n%%EOF");
    }

    public static int PageCount(byte[] pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    /// <summary>All words of a page (one-based), or of all pages, with one space between them.</summary>
    public static string WordsOf(byte[] pdf, int? page = null)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        IEnumerable<Page> pages = page is { } number ? [document.GetPage(number)] : document.GetPages();
        return string.Join(' ', pages.SelectMany(shown => shown.GetWords()).Select(word => word.Text));
    }

    /// <summary>Where a word is on a page (one-based), in points from the top left corner of the page as it is shown.</summary>
    public static (double X, double Y) PlaceOf(byte[] pdf, int page, string word)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        Page shown = document.GetPage(page);
        PdfRectangle box = shown.GetWords().First(candidate => candidate.Text == word).BoundingBox;
        return (box.TopLeft.X, shown.Height - box.TopLeft.Y);
    }

    /// <summary>Whether lines are drawn within a rectangle of a page (one-based), in points from the bottom left corner.</summary>
    public static bool HasLinesIn(byte[] pdf, int page, double left, double bottom, double right, double top)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        return document.GetPage(page).Paths
            .Select(path => path.GetBoundingRectangle())
            .Any(box => box is { } drawn && drawn.Left >= left - 1 && drawn.Bottom >= bottom - 1 && drawn.Right <= right + 1 && drawn.Top <= top + 1);
    }

    public static bool HasAnnotations(byte[] pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        return document.GetPages().Any(page => page.GetAnnotations().Any());
    }
}

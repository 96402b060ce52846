using OkSign.Emulator.Http;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace OkSign.Emulator.Pdf;

/// <summary>Makes sure that a PDF can be worked with.</summary>
internal static class PdfInspection
{
    /// <summary>Reads every page, so that a damaged one is refused on upload and not found when somebody signs.</summary>
    /// <exception cref="RefusedException">The PDF is encrypted, damaged, or has no page.</exception>
    public static IReadOnlyList<PageSize> PagesOf(byte[] pdf)
    {
        PageSize[] pages;
        try
        {
            using PdfDocument document = PdfDocument.Open(pdf);
            if (document.IsEncrypted)
            {
                throw new RefusedException("The PDF is encrypted");
            }

            pages = [.. document.GetPages().Select(SizeOf)];
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedException("The PDF is encrypted");
        }
        catch (Exception error) when (error is not RefusedException)
        {
            // The parser has no exception of its own for damage: it can be any, depending on where the damage is.
            throw new RefusedException("The PDF is damaged");
        }

        return pages.Length > 0 ? pages : throw new RefusedException("The PDF has no pages");
    }

    private static PageSize SizeOf(Page page) => new(page.Width, page.Height);
}

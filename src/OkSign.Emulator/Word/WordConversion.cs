using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Pdf;

namespace OkSign.Emulator.Word;

/// <summary>
/// Converts Word files to PDF. Not a typesetter: the text of the file in its order, as plain paragraphs on A4 pages, without layout,
/// fonts, tables or pictures. Enough to have pages to sign and texts to place fields at.
/// </summary>
internal static class WordConversion
{
    private const int MaxCharacters = 200_000;
    private const double TextSize = 11;

    /// <exception cref="RefusedException">The file cannot be read, or is too long.</exception>
    public static byte[] ToPdf(byte[] content, FileKind kind)
    {
        IReadOnlyList<string> paragraphs = kind == FileKind.WordOpenXml ? DocxText.Read(content) : DocText.Read(content);
        if (paragraphs.Sum(paragraph => paragraph.Length) > MaxCharacters)
        {
            throw new RefusedException($"The Word file has more than {MaxCharacters} characters");
        }

        using var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        var pages = new TextPages(builder, TextSize);
        foreach (string paragraph in paragraphs)
        {
            pages.Line(DrawableText.From(paragraph)).Gap();
        }

        return builder.Build();
    }
}

using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.EndToEnd.Tests.TestData;

/// <summary>PDFs made for the tests, and what stands in the ones that come back.</summary>
internal static class Pdf
{
    /// <summary>A real PDF of A4 pages that have a line of text each.</summary>
    public static byte[] WithPages(params string[] texts)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (string text in texts)
        {
            builder.AddPage(PageSize.A4).AddText(text, 14, new PdfPoint(72, 760), font);
        }

        return builder.Build();
    }

    /// <summary>A real PDF of exactly so many bytes: padded by a comment, behind which its end mark stands again.</summary>
    public static byte[] OfSize(int size)
    {
        byte[] pdf = WithPages("A large one");
        string text = Encoding.Latin1.GetString(pdf);
        byte[] tail = pdf[text.LastIndexOf("startxref", StringComparison.Ordinal)..];
        byte[] padded = new byte[size];
        padded.AsSpan().Fill((byte)'x');
        pdf.CopyTo(padded, 0);
        "\n%"u8.CopyTo(padded.AsSpan(pdf.Length));
        padded[size - tail.Length - 1] = (byte)'\n';
        tail.CopyTo(padded, size - tail.Length);
        return padded;
    }

    public static IReadOnlyList<string> PageTextsOf(byte[] pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))];
    }
}

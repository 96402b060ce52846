using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// Writes the signed file: the pages of the source, and on them the values of the fields and the signatures of all rounds. The file has no
/// form any more, as after <c>flatten</c>, whatever <c>fieldsBeforeSigning</c> says: PDFs with forms cannot be written here.
/// </summary>
internal static class SignedDokumentWriter
{
    private const double TextSize = 10;

    public static byte[] Write(StoredDokument document)
    {
        using PdfDocument source = PdfDocument.Open(document.Source);
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = DrawableText.From(document.DisplayName);
        var font = new DrawingFont(builder, Standard14Font.Helvetica);

        // Without what is drawn by the form itself, under its old values.
        CopiedPage[] pages = [.. Enumerable.Range(1, source.NumberOfPages)
            .Select(number => new CopiedPage(builder, source, number, keepAnnotations: false))];
        foreach (DokumentField field in document.Fields)
        {
            DrawValue(pages, field, document.Values.GetValueOrDefault(field.Name, ""), font);
        }

        var marks = new MarkWriter(builder);
        foreach (SigningRound round in document.Rounds)
        {
            DrawSignatures(pages, round, font, marks);
        }

        return builder.Build();
    }

    private static void DrawValue(CopiedPage[] pages, DokumentField field, string value, DrawingFont font)
    {
        if (value.Length == 0)
        {
            return;
        }

        switch (field.Kind)
        {
            case DokumentFieldKind.Checkbox:
                pages[field.Box.Page].Cross(field.Box);
                break;
            case DokumentFieldKind.Radio:
                DrawChoice(pages, field.Options.FirstOrDefault(option => option.Value == value)?.Box);
                break;
            default:
                string text = field.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value;
                pages[field.Box.Page].Text(field.Box, [.. WrappedLines(text, font, field.Box.Width)], font, TextSize);
                break;
        }
    }

    private static void DrawChoice(CopiedPage[] pages, PageBox? box)
    {
        if (box is not null)
        {
            pages[box.Page].Cross(box);
        }
    }

    private static IEnumerable<string> WrappedLines(string value, DrawingFont font, double width)
        => value.ReplaceLineEndings("\n").Split('\n').SelectMany(line => font.Wrap(DrawableText.FromName(line), TextSize, width));

    private static void DrawSignatures(CopiedPage[] pages, SigningRound round, DrawingFont font, MarkWriter marks)
    {
        string[] lines = [DrawableText.FromName(round.SignerName), DrawableText.From(round.Date)];
        foreach (PlacedSignature signature in round.Signatures)
        {
            CopiedPage page = pages[signature.Box.Page];
            page.Frame(signature.Box);
            page.Signature(signature.Box, lines, font, TextSize, round.Mark, marks);
        }
    }
}

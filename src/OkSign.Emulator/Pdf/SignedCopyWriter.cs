using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.Pdf;

/// <summary>
/// Writes the signed copy: the pages of the source, and on them the signatures and the completed fields. As at the service, X.509
/// signatures and all that come after the first of them stand on added last pages, with only a letter at their place.
/// </summary>
internal static class SignedCopyWriter
{
    private const double TextSize = 10;
    private const double ReferenceSize = 24;
    private const double MarkWidth = 150;
    private const double MarkHeight = 45;

    public static byte[] Write(StoredDocument document, IReadOnlyList<SigningEvent> signings)
    {
        using PdfDocument source = PdfDocument.Open(document.Pdf);
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = DrawableText.From(document.FileName);
        var font = new DrawingFont(builder, Standard14Font.Helvetica);
        CopiedPage[] pages = [.. Enumerable.Range(1, source.NumberOfPages).Select(number => new CopiedPage(builder, source, number))];

        foreach (CompletedField completed in signings.SelectMany(signing => signing.Fields))
        {
            DrawField(pages[completed.Field.Box.Page], completed, font);
        }

        DrawSignatures(pages, SignatureReferences.Assign(signings), font, new MarkWriter(builder), builder);
        return builder.Build();
    }

    private static void DrawField(CopiedPage page, CompletedField completed, DrawingFont font)
    {
        PageBox box = completed.Field.Box;
        if (completed.Field.Kind != FieldKind.Checkbox)
        {
            page.Text(box, [.. WrappedLines(completed.Value, font, box.Width)], font, TextSize);
        }
        else if (completed.Value == FieldValues.Format(true))
        {
            page.Cross(box);
        }
    }

    private static IEnumerable<string> WrappedLines(string value, DrawingFont font, double width)
        => value.ReplaceLineEndings("\n").Split('\n').SelectMany(line => font.Wrap(DrawableText.FromName(line), TextSize, width));

    private static void DrawSignatures(
        CopiedPage[] pages, IReadOnlyList<ReferencedSignature> signatures, DrawingFont font, MarkWriter marks, PdfDocumentBuilder builder)
    {
        foreach (ReferencedSignature signature in signatures)
        {
            CopiedPage page = pages[signature.Field.Box.Page];
            page.Frame(signature.Field.Box);
            if (signature.Reference is { } reference)
            {
                page.Text(signature.Field.Box, [reference], font, ReferenceSize);
            }
            else
            {
                page.Signature(signature.Field.Box, [.. SignatureText.Lines(signature.Signing)], font, TextSize, signature.Signing.Mark, marks);
            }
        }

        if (signatures.Any(signature => signature.Reference is not null))
        {
            WriteSignaturePages(builder, marks, signatures.Where(signature => signature.Reference is not null));
        }
    }

    private static void WriteSignaturePages(PdfDocumentBuilder builder, MarkWriter marks, IEnumerable<ReferencedSignature> signatures)
    {
        TextPages text = new TextPages(builder).Heading("Signatures");
        foreach (ReferencedSignature signature in signatures)
        {
            text.Strong($"{signature.Reference}  page {signature.Field.Box.Page + 1}, {DrawableText.FromName(signature.Field.Name)}");
            if (signature.Signing.Mark is { } mark)
            {
                text.Drawing(MarkHeight, indent: 18, (page, corner) => marks.Write(page, mark, corner, MarkWidth, MarkHeight));
            }

            foreach (string line in SignatureText.Lines(signature.Signing).Concat(SignatureText.CertificateLines(signature.Signing)))
            {
                text.Line(line, indent: 18);
            }

            text.Gap();
        }
    }
}

using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.Pdf;

/// <summary>
/// A page of the source document on which can be drawn. Boxes are given from the top left corner of the page as it is shown; whatever
/// the page's rotation and crop box are, and whatever state its own content leaves behind, they land where a viewer sees them.
/// </summary>
internal sealed class CopiedPage
{
    private const double Padding = 3;
    private const double LineSpacing = 1.2;
    private const double MarkShare = 0.55;

    private readonly PdfPageBuilder _page;
    private readonly double _height;

    public CopiedPage(PdfDocumentBuilder builder, PdfDocument source, int pageNumber, bool keepAnnotations = true)
    {
        Page original = source.GetPage(pageNumber);
        _height = original.Height;
        _page = builder.AddPage(source, pageNumber, new PdfDocumentBuilder.AddPageOptions { KeepAnnotations = keepAnnotations });
        IsolateOriginalContent();
        _page.CurrentStream.Operations.Add(new ModifyCurrentTransformationMatrix(ShownToUserSpace(original)));
    }

    public void Frame(PageBox box) => _page.DrawRectangle(new PdfPoint(box.X, Bottom(box)), box.Width, box.Height, 0.5);

    public void Cross(PageBox box)
    {
        double bottom = Bottom(box);
        _page.DrawLine(new PdfPoint(box.X, bottom), new PdfPoint(box.X + box.Width, bottom + box.Height), 1.2);
        _page.DrawLine(new PdfPoint(box.X, bottom + box.Height), new PdfPoint(box.X + box.Width, bottom), 1.2);
    }

    /// <summary>Writes the printed facts of a signature, below what the signer has drawn or typed, if there is anything.</summary>
    public void Signature(
        PageBox box, IReadOnlyList<string> asciiLines, DrawingFont font, double largestSize, SignatureMark? mark, MarkWriter marks)
    {
        PageBox facts = box;
        if (mark is not null)
        {
            double height = box.Height * MarkShare;
            facts = box with { Y = box.Y + height, Height = box.Height - height };
            marks.Write(_page, mark, new PdfPoint(box.X, Bottom(box) + facts.Height), box.Width, height);
        }

        Text(facts, asciiLines, font, largestSize);
    }

    /// <summary>Writes lines from the top of the box, as small as it takes for all of them to fit.</summary>
    public void Text(PageBox box, IReadOnlyList<string> asciiLines, DrawingFont font, double largestSize)
    {
        double widest = Math.Max(1, asciiLines.Max(line => font.WidthOf(line, 1)));
        double size = Math.Min(largestSize, Math.Min(
            Math.Max(1, box.Height - (2 * Padding)) / (asciiLines.Count * LineSpacing),
            Math.Max(1, box.Width - (2 * Padding)) / widest));
        double baseline = _height - box.Y - Padding - size;
        foreach (string line in asciiLines)
        {
            if (line.Length > 0)
            {
                _page.AddText(line, size, new PdfPoint(box.X + Padding, baseline), font.Added);
            }

            baseline -= size * LineSpacing;
        }
    }

    // Pages may end with a changed coordinate system, colour or text mode: the original goes between "save" and "restore".
    private void IsolateOriginalContent()
    {
        if (_page.ContentStreams.Count > 1)
        {
            _page.SelectContentStream(0);
            _page.NewContentStreamBefore();
            _page.CurrentStream.Operations.Add(Push.Value);
            _page.SelectContentStream(_page.ContentStreams.Count - 1);
            Replace(_page.CurrentStream.Operations, Pop.Value);
        }
    }

    // PdfPig starts the new content with what undoes a transformation by the original; "restore" has undone it already.
    private static void Replace(List<IGraphicsStateOperation> operations, IGraphicsStateOperation operation)
    {
        operations.Clear();
        operations.Add(operation);
    }

    private static double[] ShownToUserSpace(Page page)
    {
        PdfRectangle shown = page.CropBox.Bounds;
        return page.Rotation.Value switch
        {
            90 => [0, 1, -1, 0, shown.Right, shown.Bottom],
            180 => [-1, 0, 0, -1, shown.Right, shown.Top],
            270 => [0, -1, 1, 0, shown.Left, shown.Top],
            _ => [1, 0, 0, 1, shown.Left, shown.Bottom],
        };
    }

    private double Bottom(PageBox box) => _height - box.Y - box.Height;
}

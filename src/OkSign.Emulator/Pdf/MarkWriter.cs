using OkSign.Emulator.Signing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.Pdf;

/// <summary>Writes what signers have drawn, as lines, and what they have typed, as slanted text.</summary>
internal sealed class MarkWriter(PdfDocumentBuilder builder)
{
    private const double Padding = 3;
    private const double LineWidth = 1.1;
    private const double LargestTextSize = 28;

    // A dot or a short line is not blown up to the size of the field.
    private const double SmallestPart = 0.4;

    private readonly Lazy<DrawingFont> _font = new(() => new DrawingFont(builder, Standard14Font.TimesItalic));

    /// <summary>Puts a mark into the middle of a box.</summary>
    public void Write(PdfPageBuilder page, SignatureMark mark, PdfPoint bottomLeft, double width, double height)
    {
        var center = new PdfPoint(bottomLeft.X + (width / 2), bottomLeft.Y + (height / 2));
        double innerWidth = Math.Max(1, width - (2 * Padding));
        double innerHeight = Math.Max(1, height - (2 * Padding));
        if (mark.Drawing is { } drawing)
        {
            Draw(page, drawing, center, innerWidth, innerHeight);
        }
        else
        {
            Type(page, DrawableText.FromName(mark.Typed!), center, innerWidth, innerHeight);
        }
    }

    private void Type(PdfPageBuilder page, string ascii, PdfPoint center, double width, double height)
    {
        double ems = Math.Max(0.1, _font.Value.WidthOf(ascii, 1));
        double size = Math.Min(LargestTextSize, Math.Min(height, width / ems));
        if (ascii.Length > 0)
        {
            page.AddText(ascii, size, new PdfPoint(center.X - (ems * size / 2), center.Y - (size * 0.3)), _font.Value.Added);
        }
    }

    private static void Draw(PdfPageBuilder page, SignatureDrawing drawing, PdfPoint center, double width, double height)
    {
        SignaturePoint[] all = [.. drawing.Strokes.SelectMany(stroke => stroke)];
        (double left, double right) = (all.Min(point => point.X), all.Max(point => point.X));
        (double top, double bottom) = (all.Min(point => point.Y), all.Max(point => point.Y));
        double scale = Math.Min(
            width / Math.Max(right - left, drawing.Width * SmallestPart), height / Math.Max(bottom - top, drawing.Height * SmallestPart));

        List<IGraphicsStateOperation> operations = page.CurrentStream.Operations;
        operations.Add(Push.Value);
        operations.Add(new SetLineWidth(LineWidth));
        operations.Add(new SetLineCap(LineCapStyle.Round));
        operations.Add(new SetLineJoin(LineJoinStyle.Round));
        foreach (IReadOnlyList<SignaturePoint> stroke in drawing.Strokes)
        {
            operations.AddRange(Curve([.. stroke.Select(OnPage)]));
            operations.Add(StrokePath.Value);
        }

        operations.Add(Pop.Value);

        PdfPoint OnPage(SignaturePoint point) => new(
            center.X + ((point.X - ((left + right) / 2)) * scale),
            center.Y - ((point.Y - ((top + bottom) / 2)) * scale));
    }

    // From middle to middle of the lines between the points, bent towards the points: smooth, and inside the box that they need.
    private static IEnumerable<IGraphicsStateOperation> Curve(PdfPoint[] points)
    {
        yield return new BeginNewSubpath(points[0].X, points[0].Y);
        PdfPoint from = points[0];
        for (int index = 1; index < points.Length - 1; index++)
        {
            PdfPoint to = Between(points[index], points[index + 1], 0.5);
            PdfPoint first = Between(from, points[index], 2.0 / 3);
            PdfPoint second = Between(to, points[index], 2.0 / 3);
            yield return new AppendDualControlPointBezierCurve(first.X, first.Y, second.X, second.Y, to.X, to.Y);
            from = to;
        }

        // A dot is a line to where it began, with round ends.
        yield return new AppendStraightLineSegment(points[^1].X, points[^1].Y);
    }

    private static PdfPoint Between(PdfPoint one, PdfPoint other, double part)
        => new(one.X + ((other.X - one.X) * part), one.Y + ((other.Y - one.Y) * part));
}

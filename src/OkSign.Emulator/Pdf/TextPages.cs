using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.Pdf;

/// <summary>Writes lines of text below each other on A4 pages, wrapped, with a new page when one is full.</summary>
internal sealed class TextPages
{
    private const double Margin = 56;
    private const double LineSpacing = 1.35;
    private const double HeadingSize = 14;

    private readonly PdfDocumentBuilder _builder;
    private readonly DrawingFont _regular;
    private readonly DrawingFont _bold;
    private readonly double _size;
    private PdfPageBuilder _page;
    private double _baseline;

    public TextPages(PdfDocumentBuilder builder, double size = 10)
    {
        _builder = builder;
        _size = size;
        _regular = new DrawingFont(builder, Standard14Font.Helvetica);
        _bold = new DrawingFont(builder, Standard14Font.HelveticaBold);
        _page = NewPage();
    }

    public TextPages Heading(string text)
    {
        Write(text, _bold, HeadingSize, indent: 0);
        return Gap();
    }

    public TextPages Strong(string text)
    {
        Write(text, _bold, _size, indent: 0);
        return this;
    }

    public TextPages Line(string text, double indent = 0)
    {
        Write(text, _regular, _size, indent);
        return this;
    }

    public TextPages Gap()
    {
        _baseline -= _size * 0.7;
        return this;
    }

    /// <summary>Leaves room for a drawing and hands it out, with its bottom left corner.</summary>
    public TextPages Drawing(double height, double indent, Action<PdfPageBuilder, PdfPoint> draw)
    {
        MakeRoom(height);
        _baseline -= height;
        draw(_page, new PdfPoint(Margin + indent, _baseline));
        return this;
    }

    /// <param name="ascii">The text; see <see cref="DrawableText"/>.</param>
    /// <param name="font">The font.</param>
    /// <param name="size">The font size, in points.</param>
    /// <param name="indent">How much further to the right than the margin, in points.</param>
    private void Write(string ascii, DrawingFont font, double size, double indent)
    {
        double width = _page.PageSize.Width - (2 * Margin) - indent;
        foreach (string line in font.Wrap(ascii, size, width))
        {
            MakeRoom(size * LineSpacing);
            _baseline -= size * LineSpacing;
            if (line.Length > 0)
            {
                _page.AddText(line, size, new PdfPoint(Margin + indent, _baseline), font.Added);
            }
        }
    }

    private void MakeRoom(double height)
    {
        if (_baseline - height < Margin)
        {
            _page = NewPage();
        }
    }

    private PdfPageBuilder NewPage()
    {
        PdfPageBuilder page = _builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        _baseline = page.PageSize.Height - Margin;
        return page;
    }
}

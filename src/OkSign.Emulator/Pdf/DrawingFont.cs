using System.Collections.Concurrent;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.Pdf;

/// <summary>A standard font in a document that is being written, with the widths of the ASCII characters.</summary>
internal sealed class DrawingFont(PdfDocumentBuilder builder, Standard14Font font)
{
    private static readonly ConcurrentDictionary<Standard14Font, double[]> Widths = new();

    private readonly double[] _widths = Widths.GetOrAdd(font, Measure);

    public PdfDocumentBuilder.AddedFont Added { get; } = builder.AddStandard14Font(font);

    public double WidthOf(string ascii, double size) => ascii.Sum(character => _widths[character]) * size;

    /// <summary>Breaks text into lines at spaces, and within a word only when the word alone is too wide.</summary>
    public IEnumerable<string> Wrap(string ascii, double size, double width)
    {
        string line = "";
        foreach (string word in ascii.Split(' ').SelectMany(word => Pieces(word, size, width)))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && WidthOf(longer, size) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }

    private IEnumerable<string> Pieces(string word, double size, double width)
    {
        int start = 0;
        double used = 0;
        for (int index = 0; index < word.Length; index++)
        {
            double next = _widths[word[index]] * size;
            if (used + next > width && index > start)
            {
                yield return word[start..index];
                (start, used) = (index, 0);
            }

            used += next;
        }

        yield return word[start..];
    }

    private static double[] Measure(Standard14Font font)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont added = builder.AddStandard14Font(font);
        PdfPageBuilder page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        var widths = new double['~' + 1];
        for (char character = ' '; character <= '~'; character++)
        {
            Letter letter = page.MeasureText(character.ToString(), 1, new PdfPoint(0, 0), added)[0];
            widths[character] = letter.EndBaseLine.X - letter.StartBaseLine.X;
        }

        return widths;
    }
}

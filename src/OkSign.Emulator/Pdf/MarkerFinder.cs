using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace OkSign.Emulator.Pdf;

/// <summary>Finds texts in a PDF. White space does not count, as it often is not text in a PDF but distance.</summary>
internal sealed class MarkerFinder
{
    private readonly List<PageText> _pages = [];

    public MarkerFinder(byte[] pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        _pages.AddRange(document.GetPages().Select(page => new PageText(page)));
    }

    /// <summary>A text on a zero-based page, in points from the top left corner.</summary>
    public sealed record Place(int Page, double Left, double Top);

    /// <returns>The first place, or null when the text does not occur.</returns>
    public Place? Find(string marker)
    {
        string wanted = string.Concat(marker.Where(character => !char.IsWhiteSpace(character)));
        return wanted.Length == 0
            ? null
            : _pages.Select((page, number) => page.Find(wanted, number)).FirstOrDefault(place => place is not null);
    }

    private sealed class PageText
    {
        private readonly double _height;
        private readonly string _text;
        private readonly List<Letter> _letterOf = [];

        public PageText(Page page)
        {
            var text = new StringBuilder();
            foreach (Letter letter in page.Letters)
            {
                foreach (char character in letter.Value.Where(character => !char.IsWhiteSpace(character)))
                {
                    text.Append(character);
                    _letterOf.Add(letter);
                }
            }

            _text = text.ToString();
            _height = page.Height;
        }

        public Place? Find(string wanted, int number)
        {
            int start = _text.IndexOf(wanted, StringComparison.Ordinal);
            if (start < 0)
            {
                return null;
            }

            List<Letter> letters = _letterOf.GetRange(start, wanted.Length);
            return new Place(
                number,
                letters.Min(letter => letter.BoundingBox.Left),
                _height - letters.Max(letter => letter.BoundingBox.Top));
        }
    }
}

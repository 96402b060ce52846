using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OkSign.Emulator.Pages;

/// <summary>
/// A piece of HTML. Made of an interpolated string, in which every text is encoded and only other markup is not: forgetting it is not possible.
/// </summary>
internal readonly record struct Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? _html;

    private Markup(string html) => _html = html;

    public static Markup Empty { get; }

    public bool IsEmpty => string.IsNullOrEmpty(_html);

    public static Markup Of(Template template) => new(template.ToString());

    /// <summary>What is HTML already.</summary>
    public static Markup Raw(string html) => new(html);

    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces));

    public static Markup Join(Markup separator, IEnumerable<Markup> pieces) => new(string.Join(separator.ToString(), pieces));

    public static string Encode(string text) => Encoder.Encode(text);

    public override string ToString() => _html ?? "";

    /// <summary>Takes an interpolated string apart.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        private readonly StringBuilder _html;

        public Template(int literalLength, int formattedCount) => _html = new StringBuilder(literalLength + (formattedCount * 16));

        public void AppendLiteral(string html) => _html.Append(html);

        public void AppendFormatted(Markup markup) => _html.Append(markup.ToString());

        public void AppendFormatted(string? text) => _html.Append(Encode(text ?? ""));

        public void AppendFormatted(double number) => _html.Append(FormattableString.Invariant($"{number:0.###}"));

        public override string ToString() => _html.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace OkSign.Client;

/// <summary>File names on the wire: the header takes ASCII only.</summary>
internal static class WireFileName
{
    /// <exception cref="ArgumentException">The name is empty, or has a control character or a path in it.</exception>
    public static string Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? problem = name switch
        {
            _ when string.IsNullOrWhiteSpace(name) => "A file name is needed.",
            _ when name.Any(char.IsControl) => "The file name has a control character.",
            _ when name.Any(static character => character is '/' or '\\') => "The file name has a path in it.",
            _ => null,
        };
        return problem is null ? name : throw new ArgumentException(problem, nameof(name));
    }

    /// <summary>
    /// The nearest ASCII form, with the extension of the type: <c>Überlassung – 2026.pdf</c> becomes <c>Uberlassung - 2026.pdf</c>.
    /// </summary>
    public static string From(string name, FileType type)
    {
        bool hasExtension = name.EndsWith(type.Extension, StringComparison.OrdinalIgnoreCase);
        string stem = hasExtension ? name.Substring(0, name.Length - type.Extension.Length) : name;
        string ascii = ToAscii(stem).Trim();
        return (ascii.Length == 0 ? "document" : ascii) + type.Extension;
    }

    private static string ToAscii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        string decomposed = Normalizable(text).Normalize(NormalizationForm.FormKD);
        for (int index = 0; index < decomposed.Length; index++)
        {
            char character = decomposed[index];
            switch (CharUnicodeInfo.GetUnicodeCategory(character))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                    break;
                case UnicodeCategory.DashPunctuation:
                    ascii.Append('-');
                    break;
                case UnicodeCategory.SpaceSeparator:
                    ascii.Append(' ');
                    break;
                default:
                    ascii.Append(Special(character) ?? (IsPlain(character) ? character.ToString() : "_"));
                    break;
            }

            index += char.IsHighSurrogate(character) ? 1 : 0;
        }

        return ascii.ToString();
    }

    // Some characters come apart into a slash, which would make a path of the name.
    private static bool IsPlain(char character) => character is >= ' ' and <= '~' and not '/' and not '\\';

    // Letters that Unicode does not take apart.
    private static string? Special(char character) => character switch
    {
        'ß' => "ss",
        'ẞ' => "SS",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ð' => "d",
        'Ð' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ı' => "i",
        _ => null,
    };

    // Normalization refuses half of a surrogate pair, and the noncharacter that a byte order mark in the wrong order is.
    private static string Normalizable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');
}

using System.Text;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Texts in which readers of names, numbers, times and addresses stumble.</summary>
internal static class TextMaker
{
    // Half of a pair, a noncharacter, marks of direction and order, control characters, letters that grow when they are taken apart.
    private static readonly string[] Oddities =
    [
        "\ud800", "\udc00", "\udc00\ud800", "\ud83d\ude00", "\ufffe", "\uffff", "\ufdd0", "\U0010FFFF", "\ufeff", "\u202e", "\u200b", "\u0000", "\u001f", "\u007f", "\u0085", "\u2028",
        "\u0301", "\u0301\u0323\u0301", "\ufdfa", "\u1fef", "\u2044", "\u2215", "\uff0f", "\ufe68", "\u0130", "\u0131", "\u00df", "\u1e9e", "\u00e9", "\u00dc", "\u2126", "\uac00", "\u5b57", "\u2026", "\u00bd",
        "\t", "\r\n", " ", "\u00a0", "\u3000", "%", "%00", "%2f", "\"", "'", "<", ">", "&", "=", "+", "#", "?", ";", ":", ",", ".", "..", "/", "\\", "|", "*", "~", "$", "{", "}", "\\u0041", "-", "_",
    ];

    /// <summary>A text of odd and plain pieces and some of the caller's; seldom a very long one.</summary>
    public static string Text(Random random, params string[] pieces)
    {
        var text = new StringBuilder();
        for (int piece = random.Size(24); piece > 0; piece--)
        {
            text.Append(Piece(random, pieces));
        }

        return random.OneIn(200) ? Repeated(random, text.ToString()) : text.ToString();
    }

    /// <summary>A text with some characters changed, lost, doubled or moved.</summary>
    public static string Mutate(Random random, string text)
    {
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(random.Size(16), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Insert(at, random.Pick(Oddities)),
                1 => text.Remove(at, length),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                _ => text[..at] + AnyCharacter(random) + text[Math.Min(at + 1, text.Length)..],
            };
        }

        return random.OneIn(200) ? Repeated(random, text) : text;
    }

    /// <summary>What a header takes: visible ASCII, and spaces that are not at an end.</summary>
    public static bool IsForHeader(string text) => text.Length > 0 && text == text.Trim() && text.All(static character => character is >= ' ' and <= '~');

    /// <summary>A text as C# writes it, for failures.</summary>
    public static string Show(string? text)
        => text is null ? "null" : $"\"{string.Concat(text.Select(static character => character is >= ' ' and <= '~' and not '"' and not '\\' ? character.ToString() : $"\\u{(int)character:x4}"))}\"";

    private static string Piece(Random random, string[] pieces)
        => random.Next(4) switch
        {
            0 when pieces.Length > 0 => random.Pick(pieces),
            1 => random.Pick(Oddities),
            2 => AnyCharacter(random).ToString(),
            _ => ((char)random.Next(' ', '\u007f')).ToString(),
        };

    private static char AnyCharacter(Random random) => (char)(random.OneIn(2) ? random.Next(0x80) : random.Next(0x10000));

    private static string Repeated(Random random, string text)
    {
        const int MaxLength = 100_000;
        return text.Length == 0 ? "" : new StringBuilder().Insert(0, text, random.Size(MaxLength / text.Length) + 1).ToString();
    }
}

using System.Globalization;
using System.Text;

namespace OkSign.Emulator.Pdf;

/// <summary>
/// Brings text to ASCII. The fonts that every PDF reader has are written in an encoding without accents, so a name such as
/// "Kováč" becomes "Kovac" and "Łukasz" becomes "Lukasz"; Greek and Cyrillic are transliterated.
/// </summary>
internal static class DrawableText
{
    private const string Unknown = "?";

    private static readonly Dictionary<int, string> Replacements = Build();

    /// <summary>For running text: a character without any Latin form becomes a question mark.</summary>
    public static string From(string text) => Convert(text, static _ => Unknown);

    /// <summary>For names, which must stay recognizable: a character without a Latin form becomes its code point, as [U+5F20].</summary>
    public static string FromName(string text) => Convert(text, static rune => $"[U+{rune.Value:X4}]");

    private static string Convert(string text, Func<Rune, string> unknown)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Append(ascii, rune, unknown);
        }

        return ascii.ToString();
    }

    private static void Append(StringBuilder ascii, Rune rune, Func<Rune, string> unknown)
    {
        if (rune.Value is >= ' ' and <= '~')
        {
            ascii.Append((char)rune.Value);
        }
        else if (Replacements.TryGetValue(rune.Value, out string? replacement))
        {
            ascii.Append(replacement);
        }
        else if (Rune.IsWhiteSpace(rune))
        {
            ascii.Append(' ');
        }
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
        {
            AppendDecomposed(ascii, rune, unknown);
        }
    }

    private static void AppendDecomposed(StringBuilder ascii, Rune rune, Func<Rune, string> unknown)
    {
        string character = rune.ToString();
        string decomposed = character.Normalize(NormalizationForm.FormKD);
        if (decomposed == character)
        {
            ascii.Append(unknown(rune));
            return;
        }

        foreach (Rune part in decomposed.EnumerateRunes())
        {
            Append(ascii, part, unknown);
        }
    }

    private static Dictionary<int, string> Build()
    {
        var replacements = new Dictionary<int, string>();
        Add("ß=ss ł=l đ=d ø=o æ=ae œ=oe þ=th ð=d ħ=h ı=i ŋ=ng ŧ=t €=EUR £=GBP ©=(c) ®=(R) §=S ¡=! ¿=? ×=x ÷=/ ·=. °=deg ±=+/-");
        Add("‐=- ‑=- ‒=- –=- —=- ―=- −=- ‘=' ’=' ‚=' ‛=' “=\" ”=\" „=\" «=\" »=\" ‹=' ›=' •=* →=-> ←=<- ⁄=/");
        Add("α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o");
        Add("а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch");
        Add("ъ=\" ы=y ь=' э=e ю=yu я=ya і=i ї=i є=ye ґ=g ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz");
        return replacements;

        void Add(string pairs)
        {
            foreach (string pair in pairs.Split(' '))
            {
                string latin = pair[2..];
                replacements[pair[0]] = latin;
                replacements.TryAdd(char.ToUpperInvariant(pair[0]), char.ToUpperInvariant(latin[0]) + latin[1..]);
            }
        }
    }
}

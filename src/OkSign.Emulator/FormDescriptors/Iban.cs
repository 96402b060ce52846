using System.Collections.Frozen;
using System.Globalization;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>The rules for bank account numbers (ISO 13616).</summary>
internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    private static readonly FrozenDictionary<string, int> Lengths = """
        AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29
        ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28
        LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22
        SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20
        """
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry[2..], CultureInfo.InvariantCulture));

    /// <summary>Whether it is a number by its country's length and its check digits; written with or without spaces.</summary>
    public static bool IsOne(string value)
    {
        string number = value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return number.Length is >= Shortest and <= Longest
            && number[..2].All(char.IsAsciiLetterUpper)
            && number[2..4].All(char.IsAsciiDigit)
            && number.All(char.IsAsciiLetterOrDigit)
            && Lengths.GetValueOrDefault(number[..2], number.Length) == number.Length
            && Remainder(number[4..] + number[..4]) == 1;
    }

    /// <summary>Modulo 97, a letter standing for two digits: A for 10 to Z for 35.</summary>
    private static int Remainder(string number)
        => number.Aggregate(0, (remainder, character) => char.IsAsciiDigit(character)
            ? ((remainder * 10) + (character - '0')) % 97
            : ((remainder * 100) + (character - 'A' + 10)) % 97);
}

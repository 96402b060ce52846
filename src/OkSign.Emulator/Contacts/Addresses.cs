namespace OkSign.Emulator.Contacts;

/// <summary>What can be an e-mail address, a mobile number, and any phone number.</summary>
internal static class Addresses
{
    // E.164: a plus sign, then at most 15 digits. Below eight there is no subscriber number anywhere.
    private const int FewestDigits = 8;
    private const int MostDigits = 15;

    private const string Separators = " ./-()";

    public static bool IsEmail(string value)
    {
        int at = value.IndexOf('@', StringComparison.Ordinal);
        ReadOnlySpan<char> domain = value.AsSpan(at + 1);
        return at > 0
            && !domain.Contains('@')
            && domain.IndexOf('.') > 0
            && domain[^1] != '.'
            && !value.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
    }

    public static bool IsMobile(string value) => value.StartsWith('+') && AreDigits(value.AsSpan(1));

    /// <summary>Whether it is an international number or, without a plus sign, a national one, as people write it.</summary>
    public static bool IsPhone(string value)
    {
        string number = string.Concat(value.Where(character => !Separators.Contains(character)));
        return AreDigits(number.StartsWith('+') ? number.AsSpan(1) : number);
    }

    private static bool AreDigits(ReadOnlySpan<char> number)
        => number.Length is >= FewestDigits and <= MostDigits && !number.ContainsAnyExceptInRange('0', '9');
}

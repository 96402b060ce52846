namespace OkSign.Emulator.Contacts;

/// <summary>What can be an e-mail address and a mobile number.</summary>
internal static class Addresses
{
    // E.164: a plus sign, then at most 15 digits. Below eight there is no subscriber number anywhere.
    private const int FewestDigits = 8;
    private const int MostDigits = 15;

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

    public static bool IsMobile(string value)
        => value.StartsWith('+') && value.Length - 1 is >= FewestDigits and <= MostDigits && value.Skip(1).All(char.IsAsciiDigit);
}

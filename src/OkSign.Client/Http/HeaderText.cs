namespace OkSign.Client;

/// <summary>What may stand in a header as it is: visible ASCII and inner spaces.</summary>
internal static class HeaderText
{
    public static bool IsValid(string value)
        => value.Length > 0
            && value[0] != ' '
            && value[value.Length - 1] != ' '
            && value.All(static character => character is >= ' ' and <= '~');

    /// <exception cref="ArgumentException">The text cannot stand in a header.</exception>
    public static string Require(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsValid(value)
            ? value
            : throw new ArgumentException("An id is not empty and has only visible ASCII characters and inner spaces.", nameof(value));
    }
}

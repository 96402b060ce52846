using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client;

/// <summary>What may stand in a header as it is: visible ASCII and inner spaces.</summary>
internal static class HeaderText
{
    public static bool IsValid(string value)
        => value.Length > 0
            && value[0] != ' '
            && value[value.Length - 1] != ' '
            && value.All(static character => character is >= ' ' and <= '~');

    /// <summary>What may be the name of a header or of an HTTP method. A configuration may have a key without a value.</summary>
    public static bool IsToken([NotNullWhen(true)] string? name) => name is { Length: > 0 } && name.All(IsTokenCharacter);

    /// <exception cref="ArgumentException">The text cannot stand in a header.</exception>
    public static string Require(string value)
        => Check(value, IsValid, "An id is not empty and has only visible ASCII characters and inner spaces.");

    /// <exception cref="ArgumentException">The text cannot be an id that the service gave out.</exception>
    public static string RequireWithoutSpaces(string value)
        => Check(value, static text => IsValid(text) && !text.Contains(' '), "An id is not empty and has only visible ASCII characters.");

    /// <exception cref="ArgumentException">The text cannot be an id that the service gave out, or means another place in a path.</exception>
    public static string RequireForPath(string value)
        => Check(
            RequireWithoutSpaces(value),
            static text => text is not ("." or ".."),
            "An id is neither . nor .., which in a path mean another place.");

    private static string Check(string value, Func<string, bool> isValid, string message)
    {
        ArgumentNullException.ThrowIfNull(value);
        return isValid(value) ? value : throw new ArgumentException(message, nameof(value));
    }

    private static bool IsTokenCharacter(char character)
        => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".Contains(character);
}

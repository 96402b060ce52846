using System.Diagnostics.CodeAnalysis;

namespace OkSign.Emulator.Account;

/// <summary>The three parts of <c>x-oksign-authorization</c>.</summary>
internal sealed record Credentials(string AccountNumber, string AuthenticationToken, string OrganizationalToken)
{
    private const char Separator = ';';

    public static Credentials Random() => new("123456", $"123456-{Guid.NewGuid().ToString().ToUpperInvariant()}", "emulator");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Credentials? credentials)
    {
        string[] parts = text?.Split(Separator) ?? [];
        credentials = parts.Length == 3 && parts.All(IsPart) && parts[0].All(char.IsAsciiDigit)
            ? new Credentials(parts[0], parts[1], parts[2])
            : null;
        return credentials is not null;
    }

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    public bool Match(string? authorization) => ConstantTime.AreEqual(authorization ?? "", ToString());

    public override string ToString() => string.Join(Separator, AccountNumber, AuthenticationToken, OrganizationalToken);

    private static bool IsPart(string part) => part.Length > 0 && part.All(character => character is > ' ' and <= '~');
}

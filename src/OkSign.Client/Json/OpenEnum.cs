namespace OkSign.Client;

/// <summary>Equality of open enums: the service's letter case is not certain, so it does not count.</summary>
internal static class OpenEnum
{
    public static bool AreEqual(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public static int HashOf(string? value) => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);
}

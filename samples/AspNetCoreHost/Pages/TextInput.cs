namespace AspNetCoreHost.Pages;

/// <summary>What people type into a field of one line.</summary>
internal static class TextInput
{
    /// <returns>The text without control characters and outer spaces; null when nothing is left.</returns>
    public static string? OneLine(string? text)
    {
        string line = string.Concat((text ?? "").Where(character => !char.IsControl(character))).Trim();
        return line.Length == 0 ? null : line;
    }
}

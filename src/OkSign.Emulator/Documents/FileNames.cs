namespace OkSign.Emulator.Documents;

/// <summary>The rules for document names.</summary>
internal static class FileNames
{
    private const int MaxLength = 255;

    /// <summary>What is wrong with the name of an uploaded file; null when nothing is.</summary>
    public static string? ProblemOfHeader(string fileName)
        => fileName.All(char.IsAscii) ? ProblemOf(fileName) : "The file name must be US-ASCII; a document gets any other name by its form descriptor";

    /// <summary>What is wrong with the name of a document, which may be of any alphabet; null when nothing is.</summary>
    public static string? ProblemOf(string fileName)
        => string.IsNullOrWhiteSpace(fileName) ? "The file name is empty"
            : fileName.Length > MaxLength ? $"The file name is longer than {MaxLength} characters"
            : fileName.Any(char.IsControl) ? "The file name has control characters"
            : fileName.AsSpan().ContainsAny('/', '\\') ? "The file name must not have a path"
            : null;
}

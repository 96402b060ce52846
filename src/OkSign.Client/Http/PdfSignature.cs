namespace OkSign.Client;

/// <summary>How a PDF shows at its two ends: readers look for both marks within a kilobyte.</summary>
internal static class PdfSignature
{
    public const int SearchLength = 1024;

    public static bool IsAtStart(ReadOnlySpan<byte> head) => head.Slice(0, Math.Min(head.Length, SearchLength)).IndexOf("%PDF-"u8) >= 0;

    public static bool IsAtEnd(ReadOnlySpan<byte> tail) => tail.Slice(Math.Max(0, tail.Length - SearchLength)).IndexOf("%%EOF"u8) >= 0;
}

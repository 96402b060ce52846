namespace OkSign.Client;

/// <summary>How a PDF shows at its two ends: readers look for both marks within a kilobyte.</summary>
internal static class PdfSignature
{
    public const int SearchLength = 1024;

    /// <summary>JSON and HTML are none, whatever they speak of.</summary>
    public static bool IsAtStart(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> start = head.Slice(0, Math.Min(head.Length, SearchLength));
        int visible = start.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (visible < start.Length && start[visible] <= ' ')
        {
            visible++;
        }

        return start.IndexOf("%PDF-"u8) >= 0 && start[visible] is not ((byte)'{' or (byte)'[' or (byte)'<');
    }

    public static bool IsAtEnd(ReadOnlySpan<byte> tail) => tail.Slice(Math.Max(0, tail.Length - SearchLength)).IndexOf("%%EOF"u8) >= 0;
}

namespace OkSign.Client;

/// <summary>The types of file that can be signed, and how their content shows them.</summary>
internal static class DocumentType
{
    private static readonly FileType[] All = [FileType.Pdf, FileType.Doc, FileType.Docx];

    /// <summary>Finds out which of them a file is.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="head">How its content begins.</param>
    /// <param name="problem">Why it is none of them; null when it is one.</param>
    public static FileType? Of(string name, ReadOnlySpan<byte> head, out string? problem)
    {
        FileType? byName = Array.Find(All, type => type.IsOf(name));
        FileType? byContent = OfContent(head);
        problem = (byName, byContent) switch
        {
            (_, null) => $"{name} is neither a PDF nor a Word document: its content begins like none of them.",
            (null, _) when !ShowsByContentAlone(byContent)
                => $"{name} may be a Word document by its content; its name must end in {byContent.Extension} to be taken for one.",
            (not null, _) when byName != byContent
                => $"{name} is a {byName.Extension} file by its name, but its content is that of a {byContent.Extension} file.",
            _ => null,
        };
        return problem is null ? byContent : null;
    }

    /// <summary>Whether a file is an Excel file by its name and by its content, which begins as a Word file does.</summary>
    public static bool IsSpreadsheet(string name, ReadOnlySpan<byte> head)
    {
        FileType? container = OfContent(head);
        return (container == FileType.Doc && FileType.Xls.IsOf(name)) || (container == FileType.Docx && FileType.Xlsx.IsOf(name));
    }

    // Word's containers, OLE and ZIP, hold many other types of file as well.
    private static bool ShowsByContentAlone(FileType type) => type == FileType.Pdf;

    private static FileType? OfContent(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        ReadOnlySpan<byte> zip = [0x50, 0x4B, 0x03, 0x04];
        return head.StartsWith(ole) ? FileType.Doc
            : head.StartsWith(zip) ? FileType.Docx
            : PdfSignature.IsAtStart(head) ? FileType.Pdf
            : null;
    }
}

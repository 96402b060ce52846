namespace OkSign.Client;

/// <summary>A kind of document that the service takes, and how its content shows it.</summary>
internal sealed record DocumentKind(string Extension, string MediaType)
{
    public static readonly DocumentKind Pdf = new(".pdf", "application/pdf");
    public static readonly DocumentKind Doc = new(".doc", "application/msword");
    public static readonly DocumentKind Docx = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static readonly DocumentKind[] All = [Pdf, Doc, Docx];

    /// <summary>Finds out what a file is.</summary>
    /// <exception cref="ArgumentException">It is none of the kinds, or its content is another than its name says.</exception>
    public static DocumentKind Of(string name, ReadOnlySpan<byte> head)
    {
        DocumentKind? byName = Array.Find(All, kind => name.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase));
        DocumentKind? byContent = OfContent(head);
        if (byContent is null)
        {
            throw new ArgumentException($"{name} is neither a PDF nor a Word document: its content begins like none of them.");
        }

        if (byName is null && !ShowsByContentAlone(byContent))
        {
            throw new ArgumentException(
                $"{name} may be a Word document by its content; its name must end in {byContent.Extension} to be taken for one.");
        }

        return byName is null || byName == byContent
            ? byContent
            : throw new ArgumentException(
                $"{name} is a {byName.Extension} file by its name, but its content is that of a {byContent.Extension} file.");
    }

    // Word's containers, OLE and ZIP, hold many other kinds of file as well.
    private static bool ShowsByContentAlone(DocumentKind kind) => kind == Pdf;

    private static DocumentKind? OfContent(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        ReadOnlySpan<byte> zip = [0x50, 0x4B, 0x03, 0x04];
        return head.StartsWith(ole) ? Doc
            : head.StartsWith(zip) ? Docx
            : PdfSignature.IsAtStart(head) ? Pdf
            : null;
    }
}

using System.IO.Compression;
using System.Text;
using System.Xml;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Word;

/// <summary>The paragraphs of a .docx file.</summary>
internal static class DocxText
{
    private const string MainPart = "word/document.xml";
    private const string CompatibilityNamespace = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    // A few bytes of ZIP can hold gigabytes of XML.
    private const long MaxXmlCharacters = 20_000_000;

    // The two namespaces of WordprocessingML: the usual one and that of files saved as "strict".
    private static readonly string[] WordNamespaces =
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ];

    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxXmlCharacters,
    };

    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Read(byte[] docx)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(docx, writable: false), ZipArchiveMode.Read);
            ZipArchiveEntry main = archive.GetEntry(MainPart) ?? throw new RefusedException("The Word file has no document in it");
            using Stream stream = main.Open();
            using var xml = XmlReader.Create(stream, ReaderSettings);
            return Paragraphs(xml);
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw new RefusedException("The Word file is damaged");
        }
    }

    private static List<string> Paragraphs(XmlReader xml)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        while (!xml.EOF)
        {
            // What "Fallback" holds is there a second time, for readers that know less.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback", NamespaceURI: CompatibilityNamespace })
            {
                xml.Skip();
            }
            else if (IsWord(xml) && xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                paragraph.Append(xml.ReadElementContentAsString());
            }
            else
            {
                Append(xml, paragraph, paragraphs);
                xml.Read();
            }
        }

        return paragraphs;
    }

    private static void Append(XmlReader xml, StringBuilder paragraph, List<string> paragraphs)
    {
        if (!IsWord(xml))
        {
            return;
        }

        if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "tab" or "br" or "cr" && paragraph.Length > 0)
        {
            paragraph.Append(' ');
        }
        else if (xml.LocalName == "p" && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
        {
            paragraphs.Add(paragraph.ToString());
            paragraph.Clear();
        }
    }

    private static bool IsWord(XmlReader xml) => WordNamespaces.Contains(xml.NamespaceURI);
}

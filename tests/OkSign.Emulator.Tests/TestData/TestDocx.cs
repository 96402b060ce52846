using System.IO.Compression;
using System.Text;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Makes .docx files.</summary>
internal static class TestDocx
{
    public static byte[] WithParagraphs(params string[] paragraphs)
        => WithBody(string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")));

    public static byte[] WithBody(string body) => WithPart("word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + $"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>");

    public static byte[] WithPart(string name, string xml)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream part = archive.CreateEntry(name).Open();
            part.Write(Encoding.UTF8.GetBytes(xml));
        }

        return file.ToArray();
    }
}

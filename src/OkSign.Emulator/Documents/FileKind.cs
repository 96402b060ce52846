using OkSign.Emulator.Http;

namespace OkSign.Emulator.Documents;

/// <summary>A kind of file that can be uploaded: its extension, media type and first bytes must agree.</summary>
internal sealed record FileKind(string Extension, string MediaType, byte[] Signature)
{
    public static readonly FileKind Pdf = new(".pdf", MediaTypes.Pdf, "%PDF-"u8.ToArray());
    public static readonly FileKind Word = new(".doc", MediaTypes.Word, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    public static readonly FileKind WordOpenXml = new(".docx", MediaTypes.WordOpenXml, [0x50, 0x4B, 0x03, 0x04]);

    private static readonly FileKind[] All = [Pdf, Word, WordOpenXml];

    public static FileKind? OfName(string fileName)
        => All.FirstOrDefault(kind => Path.GetExtension(fileName).Equals(kind.Extension, StringComparison.OrdinalIgnoreCase));

    public static FileKind? OfMediaType(string? mediaType) => All.FirstOrDefault(kind => kind.MediaType == mediaType);

    public bool Starts(ReadOnlySpan<byte> content) => content.StartsWith(Signature);
}

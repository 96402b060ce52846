using System.Buffers.Binary;
using System.Text;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Word;

/// <summary>
/// The paragraphs of a .doc file (Word 97 to 2003): the main text by way of the file's piece table, without headers, footnotes and
/// text boxes.
/// </summary>
internal static class DocText
{
    private const int FileInformationSize = 0x1AA;
    private const int FlagsOffset = 0x0A;
    private const int EncryptedFlag = 0x0100;
    private const int SecondTableFlag = 0x0200;
    private const int MainTextLengthOffset = 0x4C;
    private const int PiecesOffset = 0x1A2;
    private const byte PropertiesMark = 1;
    private const byte PieceTableMark = 2;
    private const int PieceDescriptorSize = 8;
    private const int SingleByteFlag = 0x4000_0000;

    private static readonly Encoding SingleByte = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Read(byte[] doc)
    {
        try
        {
            var file = new CompoundFile(doc);
            byte[] main = file.Stream("WordDocument");
            if (main.Length < FileInformationSize)
            {
                throw Damaged();
            }

            int flags = BinaryPrimitives.ReadUInt16LittleEndian(main.AsSpan(FlagsOffset));
            if ((flags & EncryptedFlag) != 0)
            {
                throw new RefusedException("The Word file is encrypted");
            }

            byte[] table = file.Stream((flags & SecondTableFlag) != 0 ? "1Table" : "0Table");
            return Paragraphs(Text(main, PieceTable(main, table)));
        }
        catch (Exception error)
            when (error is ArgumentOutOfRangeException or IndexOutOfRangeException or InvalidDataException or OverflowException)
        {
            throw Damaged();
        }
    }

    private static RefusedException Damaged() => new("The Word file is damaged");

    private static ReadOnlySpan<byte> PieceTable(byte[] main, byte[] table)
    {
        ReadOnlySpan<byte> pieces = table.AsSpan(Int32(main, PiecesOffset), Int32(main, PiecesOffset + 4));
        while (pieces[0] == PropertiesMark)
        {
            pieces = pieces[(3 + BinaryPrimitives.ReadUInt16LittleEndian(pieces[1..]))..];
        }

        return pieces[0] == PieceTableMark ? pieces.Slice(5, Int32(pieces, 1)) : throw Damaged();
    }

    // The table is n + 1 character positions followed by n descriptors of where the text between two positions is.
    private static string Text(byte[] main, ReadOnlySpan<byte> table)
    {
        int count = (table.Length - 4) / (4 + PieceDescriptorSize);
        ReadOnlySpan<byte> descriptors = table[((count + 1) * 4)..];
        int remaining = Math.Min(Int32(main, MainTextLengthOffset), main.Length);
        var text = new StringBuilder();
        for (int piece = 0; piece < count && remaining > 0; piece++)
        {
            int length = Math.Min(remaining, checked(Int32(table, (piece + 1) * 4) - Int32(table, piece * 4)));
            int position = Int32(descriptors, (piece * PieceDescriptorSize) + 2);
            text.Append((position & SingleByteFlag) != 0
                ? SingleByte.GetString(main, (position & ~SingleByteFlag) / 2, length)
                : Encoding.Unicode.GetString(main, position, checked(length * 2)));
            remaining -= length;
        }

        return text.ToString();
    }

    // Word marks: 13 ends a paragraph, 7 a table cell, 12 a page; 19 to 20 is the code of a field, 21 its end.
    private static List<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        int fieldCodes = 0;
        foreach (char character in text)
        {
            switch (character)
            {
                case '\x13':
                    fieldCodes++;
                    break;
                case '\x14' or '\x15' when fieldCodes > 0:
                    fieldCodes--;
                    break;
                case '\r' or '\a' or '\f':
                    paragraphs.Add(paragraph.ToString());
                    paragraph.Clear();
                    break;
                case '\t' or '\v':
                    paragraph.Append(' ');
                    break;
                case >= ' ' when fieldCodes == 0:
                    paragraph.Append(character);
                    break;
            }
        }

        paragraphs.Add(paragraph.ToString());
        return paragraphs;
    }

    private static int Int32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]);
}

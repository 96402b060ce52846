using System.Buffers.Binary;
using System.Text;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Makes .doc files: the smallest compound file with a text in a piece table.</summary>
internal static class TestDoc
{
    private const int SectorSize = 512;
    private const int MainStreamSize = 4096;
    private const int TextOffset = 2048;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint FreeSector = 0xFFFFFFFF;
    private const uint TableSector = 0xFFFFFFFD;

    /// <param name="text">The text; \r ends a paragraph.</param>
    /// <param name="unicode">Whether it is kept as UTF-16 or as one byte a character.</param>
    /// <param name="flags">The flags of the file; 0x0200 says that the piece table is in the stream 1Table.</param>
    public static byte[] WithText(string text, bool unicode, ushort flags = 0x0200)
    {
        byte[] main = new byte[MainStreamSize];
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(0x0A), flags);
        Write(main, 0x4C, text.Length);
        (unicode ? Encoding.Unicode : Encoding.Latin1).GetBytes(text).CopyTo(main, TextOffset);

        byte[] table = new byte[MainStreamSize];
        table[0] = 2;
        Write(table, 1, 16);
        Write(table, 5, 0);
        Write(table, 9, text.Length);
        Write(table, 15, unicode ? TextOffset : (TextOffset * 2) | 0x4000_0000);
        Write(main, 0x1A2, 0);
        Write(main, 0x1A6, 21);
        return Container(main, table);
    }

    // Sector 0: the table of sectors. Sector 1: the directory. Then the two streams of eight sectors each.
    private static byte[] Container(byte[] main, byte[] table)
    {
        byte[] header = new byte[SectorSize];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        header[0x1E] = 9;
        Write(header, 0x2C, 1);
        Write(header, 0x30, 1);
        Write(header, 0x38, MainStreamSize);
        Write(header, 0x3C, unchecked((int)EndOfChain));
        Write(header, 0x44, unchecked((int)EndOfChain));
        for (int entry = 0; entry < 109; entry++)
        {
            Write(header, 0x4C + (entry * 4), entry == 0 ? 0 : unchecked((int)FreeSector));
        }

        byte[] sectors = new byte[SectorSize];
        uint[] chains = [TableSector, EndOfChain, 3, 4, 5, 6, 7, 8, 9, EndOfChain, 11, 12, 13, 14, 15, 16, 17, EndOfChain];
        for (int sector = 0; sector < SectorSize / 4; sector++)
        {
            Write(sectors, sector * 4, unchecked((int)(sector < chains.Length ? chains[sector] : FreeSector)));
        }

        byte[] directory =
        [
            .. Entry("Root Entry", 5, EndOfChain, 0),
            .. Entry("WordDocument", 2, 2, main.Length),
            .. Entry("1Table", 2, 10, table.Length),
            .. new byte[128],
        ];
        return [.. header, .. sectors, .. directory, .. main, .. table];
    }

    private static byte[] Entry(string name, byte type, uint start, int size)
    {
        byte[] entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        entry[0x40] = (byte)((name.Length + 1) * 2);
        entry[0x42] = type;
        Write(entry, 0x74, unchecked((int)start));
        Write(entry, 0x78, size);
        return entry;
    }

    private static void Write(byte[] bytes, int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
}

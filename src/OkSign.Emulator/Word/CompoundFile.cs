using System.Buffers.Binary;
using System.Text;

namespace OkSign.Emulator.Word;

/// <summary>Reads named streams out of an OLE compound file, the container of Word 97 to 2003.</summary>
internal sealed class CompoundFile
{
    private const int HeaderSize = 512;
    private const int HeaderTableEntries = 109;
    private const int DirectoryEntrySize = 128;
    private const int MiniSectorSize = 64;
    private const uint LastRegularSector = 0xFFFFFFFA;
    private const byte StreamEntry = 2;
    private const byte RootEntry = 5;

    private readonly byte[] _file;
    private readonly int _sectorSize;
    private readonly uint _miniCutoff;
    private readonly uint[] _table;
    private readonly uint[] _miniTable;
    private readonly byte[] _directory;
    private readonly byte[] _miniSectors;

    /// <exception cref="InvalidDataException">The container is damaged.</exception>
    public CompoundFile(byte[] file)
    {
        _file = file.Length >= HeaderSize ? file : throw new InvalidDataException("No header.");
        int shift = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x1E));
        _sectorSize = shift is 9 or 12 ? 1 << shift : throw new InvalidDataException("Unknown sector size.");
        _miniCutoff = UInt32(file, 0x38);
        _table = ReadTable();
        _directory = Chain(_table, UInt32(file, 0x30), ReadSector, _sectorSize);
        _miniTable = Numbers(Chain(_table, UInt32(file, 0x3C), ReadSector, _sectorSize));
        int root = FindEntry(RootEntry, null) ?? throw new InvalidDataException("No root.");
        _miniSectors = Chain(_table, StartOf(root), ReadSector, _sectorSize);
    }

    /// <exception cref="InvalidDataException">There is no such stream, or it is damaged.</exception>
    public byte[] Stream(string name)
    {
        int entry = FindEntry(StreamEntry, name) ?? throw new InvalidDataException($"No stream {name}.");
        uint size = UInt32(_directory, entry + 0x78);
        byte[] chain = size < _miniCutoff
            ? Chain(_miniTable, StartOf(entry), ReadMiniSector, MiniSectorSize)
            : Chain(_table, StartOf(entry), ReadSector, _sectorSize);
        return chain.Length >= size ? chain[..(int)size] : throw new InvalidDataException($"Stream {name} is truncated.");
    }

    private static uint UInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    private static uint[] Numbers(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(index => UInt32(bytes, index * 4))];

    // The sectors of the table itself are listed in the header and, in files above 7 MB, in further sectors linked by their last number.
    private uint[] ReadTable()
    {
        var sectors = new List<uint>(Numbers(_file[0x4C..HeaderSize])[..HeaderTableEntries]);
        uint next = UInt32(_file, 0x44);
        for (int read = 0; next < LastRegularSector; read++)
        {
            uint[] list = Numbers(ReadSector(next).ToArray());
            sectors.AddRange(list[..^1]);
            next = read < _file.Length / _sectorSize ? list[^1] : throw new InvalidDataException("The sector list has no end.");
        }

        return [.. sectors.Where(sector => sector < LastRegularSector).SelectMany(sector => Numbers(ReadSector(sector).ToArray()))];
    }

    private byte[] Chain(uint[] table, uint start, Func<uint, ReadOnlyMemory<byte>> read, int size)
    {
        using var chain = new MemoryStream();
        for (uint sector = start; sector < LastRegularSector; sector = table[sector])
        {
            if (chain.Length + size > _file.Length || sector >= table.Length)
            {
                throw new InvalidDataException("A chain of sectors leads nowhere.");
            }

            chain.Write(read(sector).Span);
        }

        return chain.ToArray();
    }

    private ReadOnlyMemory<byte> ReadSector(uint sector)
    {
        long offset = ((long)sector + 1) * _sectorSize;
        return offset + _sectorSize <= _file.Length
            ? _file.AsMemory((int)offset, _sectorSize)
            : throw new InvalidDataException("A sector is outside the file.");
    }

    private ReadOnlyMemory<byte> ReadMiniSector(uint sector)
    {
        long offset = (long)sector * MiniSectorSize;
        return offset + MiniSectorSize <= _miniSectors.Length
            ? _miniSectors.AsMemory((int)offset, MiniSectorSize)
            : throw new InvalidDataException("A small sector is outside the file.");
    }

    private int? FindEntry(byte type, string? name)
    {
        for (int entry = 0; entry + DirectoryEntrySize <= _directory.Length; entry += DirectoryEntrySize)
        {
            if (_directory[entry + 0x42] == type && (name is null || NameOf(entry) == name))
            {
                return entry;
            }
        }

        return null;
    }

    private string NameOf(int entry)
    {
        int bytesWithTerminator = BinaryPrimitives.ReadUInt16LittleEndian(_directory.AsSpan(entry + 0x40));
        return bytesWithTerminator is >= 2 and <= 64 ? Encoding.Unicode.GetString(_directory, entry, bytesWithTerminator - 2) : "";
    }

    private uint StartOf(int entry) => UInt32(_directory, entry + 0x74);
}

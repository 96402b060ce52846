using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OkSign.Client.Tests;

/// <summary>Writes PDFs object by object, well-formed or not, and keeps the cross-references for them.</summary>
internal sealed class PdfText
{
    public const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    public const string A4Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] >>";

    private readonly List<byte> _bytes = [];
    private readonly SortedDictionary<int, (int Type, long Place, int Index)> _section = [];
    private readonly string _newLine;
    private long? _previous;
    private int _size = 1;

    public PdfText(string newLine = "\n")
    {
        _newLine = newLine;
        Raw("%PDF-1.7\n");
        _section.Add(0, (0, 0, 65535));
    }

    public long Position => _bytes.Count;

    /// <summary>A file with a catalog, a root node and pages from object 3 on.</summary>
    public static PdfText Of(params string[] pages)
    {
        PdfText pdf = new PdfText().Object(1, Catalog).Object(2, Node(pages.Length));
        for (int index = 0; index < pages.Length; index++)
        {
            pdf.Object(3 + index, pages[index]);
        }

        return pdf;
    }

    public static string Node(int pages, string more = "")
        => $"<< /Type /Pages /Kids [{string.Join(" ", Enumerable.Range(3, pages).Select(number => $"{number} 0 R"))}] /Count {pages} {more} >>";

    public PdfText Raw(string text) => Raw(Encoding.Latin1.GetBytes(text));

    public PdfText Raw(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public PdfText Object(int number, string value, int generation = 0)
    {
        Note(number, (1, Position, generation));
        return Raw($"{number} {generation} obj{_newLine}{value.Replace("\n", _newLine, StringComparison.Ordinal)}{_newLine}endobj{_newLine}");
    }

    public PdfText Stream(int number, string entries, byte[] data, string? length = null)
    {
        Note(number, (1, Position, 0));
        return Raw($"{number} 0 obj\n<< {entries} /Length {length ?? $"{data.Length}"} >>\nstream\n").Raw(data).Raw("\nendstream\nendobj\n");
    }

    public PdfText ObjectStream(int number, params (int Number, string Value)[] objects)
    {
        (string entries, string text) = Packed(number, objects);
        return Stream(number, $"{entries} /Filter /FlateDecode", Deflate(Encoding.Latin1.GetBytes(text)));
    }

    /// <summary>An object stream in which several numbers are all at the one place.</summary>
    public PdfText SameObjects(int streamNumber, int first, int count, string value, int offset = 0)
    {
        string directory = string.Concat(Enumerable.Range(first, count).Select(number => $"{number} {offset} "));
        for (int index = 0; index < count; index++)
        {
            Note(first + index, (2, streamNumber, index));
        }

        return Stream(
            streamNumber,
            $"/Type /ObjStm /N {count} /First {directory.Length} /Filter /FlateDecode",
            Deflate(Encoding.Latin1.GetBytes(directory + value)));
    }

    public PdfText PlainObjectStream(int number, string more, string? length, params (int Number, string Value)[] objects)
    {
        (string entries, string text) = Packed(number, objects);
        return Stream(number, $"{entries} {more}", Encoding.Latin1.GetBytes(text), length);
    }

    public PdfText Free(int number)
    {
        Note(number, (0, 0, 0));
        return this;
    }

    /// <summary>Forgets what the section would tell of an object.</summary>
    public PdfText Unlisted(int number)
    {
        _section.Remove(number);
        return this;
    }

    public PdfText Table(string trailer = "/Root 1 0 R")
    {
        long start = Position;
        return TableOnly(trailer).End(start);
    }

    /// <summary>A table, its trailer, and what a hybrid file has for its newer readers.</summary>
    public PdfText Hybrid(int number, params int[] hidden)
    {
        var inStream = hidden.ToDictionary(key => key, key => _section[key]);
        foreach (int key in hidden)
        {
            _section[key] = (0, 0, 0);
        }

        long streamStart = Position;
        byte[] rows = RowsOf(inStream, out string index);
        Stream(number, $"/Type /XRef /Size {_size} /W [1 4 2] /Index [{index}]", rows);
        long start = Position;
        return TableOnly($"/Root 1 0 R /XRefStm {streamStart}").End(start);
    }

    public PdfText CrossReferenceStream(int number, string entries = "/Root 1 0 R", bool isPredicted = false)
    {
        long start = Position;
        Note(number, (1, start, 0));
        byte[] rows = RowsOf(_section, out string index);
        string predictor = isPredicted ? "/DecodeParms << /Predictor 12 /Columns 7 >>" : "";
        byte[] data = Deflate(isPredicted ? Up(rows, 7) : rows);
        string previous = _previous is long offset ? $"/Prev {offset}" : "";
        Stream(number, $"/Type /XRef /Size {_size} /W [1 4 2] /Index [{index}] /Filter /FlateDecode {predictor} {entries} {previous}", data);
        return End(start);
    }

    public byte[] ToBytes() => [.. _bytes];

    public static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    public PdfText TableOnly(string trailer)
    {
        Raw($"xref{_newLine}");
        foreach ((int number, (int type, long place, int index)) in _section)
        {
            string end = _newLine.Length == 2 ? _newLine : " " + _newLine;
            Raw($"{number} 1{_newLine}{place:D10} {index:D5} {(type == 1 ? 'n' : 'f')}{end}");
        }

        string previous = _previous is long offset ? $"/Prev {offset}" : "";
        return Raw($"trailer{_newLine}<< /Size {_size} {trailer} {previous} >>{_newLine}");
    }

    public PdfText End(long start)
    {
        _previous = start;
        _section.Clear();
        return Raw($"startxref{_newLine}{start}{_newLine}%%EOF{_newLine}");
    }

    private static byte[] RowsOf(IReadOnlyDictionary<int, (int Type, long Place, int Index)> section, out string index)
    {
        index = string.Join(" ", section.Keys.Select(number => $"{number} 1"));
        return [.. section.Values.SelectMany(entry => (byte[])
        [
            (byte)entry.Type,
            (byte)(entry.Place >> 24), (byte)(entry.Place >> 16), (byte)(entry.Place >> 8), (byte)entry.Place,
            (byte)(entry.Index >> 8), (byte)entry.Index,
        ])];
    }

    // The predictor that PDF writers use: each byte is its difference from the one above.
    private static byte[] Up(byte[] rows, int columns)
        => [.. rows.Chunk(columns).SelectMany((row, number) => row
            .Select((value, column) => (byte)(value - (number == 0 ? 0 : rows[((number - 1) * columns) + column])))
            .Prepend((byte)2))];

    private (string Entries, string Text) Packed(int streamNumber, (int Number, string Value)[] objects)
    {
        var directory = new StringBuilder();
        var text = new StringBuilder();
        for (int index = 0; index < objects.Length; index++)
        {
            Note(objects[index].Number, (2, streamNumber, index));
            directory.Append(CultureInfo.InvariantCulture, $"{objects[index].Number} {text.Length} ");
            text.Append(objects[index].Value).Append(' ');
        }

        return ($"/Type /ObjStm /N {objects.Length} /First {directory.Length}", $"{directory}{text}");
    }

    private void Note(int number, (int Type, long Place, int Index) entry)
    {
        _section[number] = entry;
        _size = Math.Max(_size, number + 1);
    }
}

using System.Globalization;
using System.Text;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>PDFs for the page reader: whole ones with impossible values, damaged ones, and ones that never were any.</summary>
internal static class PdfFuzz
{
    private static readonly string[] Values =
    [
        "0", "1", "2", "3", "-1", "+1", "-0", ".5", "1.", "--1", "1e5", "90", "45", "270", "-90", "2147483647", "2147483648", "-2147483648", "999999999999999999", "9999999999999999999999999", "595.28",
        "1 0 R", "2 0 R", "3 0 R", "4 0 R", "5 0 R", "6 0 R", "8 0 R", "9 0 R", "99 0 R", "2 1 R", "0 0 R", "131072 0 R", "2147483647 0 R", "null", "true", "false",
        "/Pages", "/Page", "/Catalog", "/#50age", "/#", "/#4", "/", "(text)", "(\\", "(()", "<41>", "<4", "<<>>", "<</A 1/A 2>>", "<</Type/Page>>", "[", "]", "[]", "[0 0 1 1]", "[0 0 595 842]", "[0 0 0 0]", "[1 1 0 0]",
        "[3 0 R 3 0 R]", "[2 0 R]", "[3 0 R 4 0 R 5 0 R]", "[null null null null]", "[6 0 R 6 0 R 6 0 R 6 0 R]", "[.1 .2 .3 .4]", "% comment\n1", "obj", "endobj", "stream", "R", "{", "}",
    ];

    private static readonly string[] Keys = ["/Type", "/Kids", "/Count", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Parent", "/Pages", "/Root", "/Size", "/Prev", "/XRefStm", "/W", "/Index", "/Encrypt", "/Length", "/Filter", "/F", "/X"];

    private static readonly byte[] Syntax = [.. " \r\n0123456789<>[]()/%R-.#\0"u8];

    private static readonly byte[][] RealOnes = [SamplePdf.Contract, File.ReadAllBytes(Repository.PathOf("samples/QuickStart/contract.pdf"))];

    public static FuzzTarget Target { get; } = new("PDFs", Share: 15, Make) { FixedAllocation = 160 * 1024 * 1024 };

    private static FuzzCase Make(Random random)
    {
        byte[] pdf = random.OneIn(6) ? random.Pick(RealOnes) : Written(random);
        pdf = random.Next(6) switch
        {
            0 => pdf,
            1 => ByteMutator.Mutate(random, pdf),
            2 => OtherDigits(random, pdf),
            3 => OtherSyntax(random, pdf),
            4 => OtherDigits(random, OtherDigits(random, pdf)),
            _ => [.. new byte[random.Size(1_500)], .. pdf, .. new byte[random.Size(1_500)]],
        };
        return new FuzzCase(pdf.Length, () => Convert.ToBase64String(pdf), () => FeedAsync(pdf));
    }

    private static async Task<bool> FeedAsync(byte[] pdf)
    {
        using var stream = new MemoryStream(pdf, writable: false);
        IReadOnlyList<PageSize>? sizes = await PdfPages.ReadAsync(stream, CancellationToken.None);
        Assert.NotEqual(0, sizes?.Count);
        Assert.All(sizes ?? [], static size => Assert.True(size is { Width: > 0, Height: > 0 } && double.IsFinite(size.Width) && double.IsFinite(size.Height), $"A page of {size}."));
        return sizes is not null;
    }

    /// <summary>A file whose offsets are right, whatever its objects say.</summary>
    private static byte[] Written(Random random)
    {
        (int Number, string Value)[] objects =
        [
            (1, Changed(random, PdfText.Catalog)),
            (2, Changed(random, PdfText.Node(3, random.OneIn(3) ? "/MediaBox [0 0 100 200] /Rotate 90" : ""))),
            (3, Changed(random, PdfText.A4Page)),
            (4, Changed(random, "<< /Type /Page /MediaBox [0 0 595.28 841.89] /Rotate 90 >>")),
            (5, Changed(random, "<< /Type /Page /MediaBox 6 0 R /CropBox [100 100 500 500] >>")),
            (6, Changed(random, "[0 0 841.89 1190.55]")),
        ];
        PdfText pdf = new(random.Pick(["\n", "\r", "\r\n"]));
        if (random.OneIn(2))
        {
            foreach ((int number, string value) in objects)
            {
                pdf.Object(number, value);
            }
        }
        else if (random.OneIn(20))
        {
            // Several numbers for one place, seldom many for a long text; and the place may be outside.
            bool isMany = random.OneIn(100);
            int pages = isMany ? 2_000 : random.Next(4, 9);
            string filler = new('x', random.Size(isMany ? 700_000 : 1_000));
            pdf.Object(1, PdfText.Catalog).Object(2, PdfText.Node(pages)).SameObjects(2_003, 3, pages, $"<< /X ({filler}) {PdfText.A4Page[2..]}", random.OneIn(2) ? 0 : random.Size(2_000));
        }
        else if (random.OneIn(2))
        {
            pdf.ObjectStream(8, objects);
        }
        else
        {
            pdf.PlainObjectStream(8, random.OneIn(3) ? $"{random.Pick(Keys)} {Value(random)}" : "", random.OneIn(4) ? Value(random) : null, objects);
        }

        Close(random, pdf, isInStream: pdf.ToBytes().AsSpan().IndexOf("/ObjStm"u8) >= 0);
        if (random.OneIn(4))
        {
            Close(random, pdf.Object(random.Next(1, 7), Value(random)), isInStream: false);
        }

        return pdf.ToBytes();
    }

    private static void Close(Random random, PdfText pdf, bool isInStream)
    {
        string root = random.OneIn(5) ? $"/Root 1 0 R {random.Pick(Keys)} {Value(random)}" : "/Root 1 0 R";
        switch (random.Next(3))
        {
            case 0 when !isInStream:
                pdf.Table(root);
                break;
            case 1 when isInStream:
                pdf.Hybrid(9, 1, 2, 3, 4, 5, 6);
                break;
            default:
                pdf.CrossReferenceStream(2_004, root, isPredicted: random.OneIn(2));
                break;
        }
    }

    private static string Changed(Random random, string value)
    {
        if (!random.OneIn(4))
        {
            return value;
        }

        string[] words = value.Split(' ');
        int at = random.Next(words.Length);
        return random.Next(5) switch
        {
            0 => Value(random),
            1 => value.Insert(value.IndexOf("<<", StringComparison.Ordinal) is >= 0 and var start ? start + 2 : 0, $" {random.Pick(Keys)} {Value(random)} "),
            2 => string.Join(" ", words.Where((_, index) => index != at)),
            _ => string.Join(" ", words.Select((word, index) => index == at ? Value(random) : word)),
        };
    }

    private static string Value(Random random)
        => random.Next(30) switch
        {
            0 => new string('[', random.Size(200)) + new string(']', random.Size(200)),
            1 => string.Concat(Enumerable.Repeat("<</A", random.Size(200))) + string.Concat(Enumerable.Repeat(">>", random.Size(200))),
            2 => $"[{string.Concat(Enumerable.Repeat(random.Pick(Values) + " ", random.Size(3_000)))}]",
            3 => $"({new string('x', random.Size(50_000))})",
            4 => new string(' ', random.Size(50_000)) + random.Pick(Values),
            _ => random.Pick(Values),
        };

    /// <summary>Numbers, offsets and lengths among them, become others of the same length: all else stays where it is.</summary>
    private static byte[] OtherDigits(Random random, byte[] pdf)
    {
        byte[] changed = [.. pdf];
        int[] digits = [.. Enumerable.Range(0, pdf.Length).Where(index => pdf[index] is >= (byte)'0' and <= (byte)'9')];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            changed[random.Pick(digits)] = (byte)('0' + random.Next(10));
        }

        // The table is at the end, and so is what matters most.
        if (random.OneIn(2))
        {
            byte[] offset = Encoding.ASCII.GetBytes(random.Next(pdf.Length).ToString(CultureInfo.InvariantCulture));
            int mark = pdf.AsSpan().LastIndexOf("startxref"u8) + "startxref".Length + 1;
            offset.AsSpan(0, Math.Min(offset.Length, Math.Max(0, changed.Length - mark))).CopyTo(changed.AsSpan(Math.Min(mark, changed.Length)));
        }

        return changed;
    }

    private static byte[] OtherSyntax(Random random, byte[] pdf)
    {
        byte[] changed = [.. pdf];
        for (int change = random.Next(1, 8); change > 0; change--)
        {
            changed[random.Next(changed.Length)] = random.Pick(Syntax);
        }

        return changed;
    }
}

using System.Diagnostics;
using System.Text;
using CsCheck;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Writer;

namespace OkSign.Client.Tests;

public class PdfPagesTests
{
    private static readonly PageSize[] OneA4 = [PageSize.A4];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Gen<byte[]> AnyForm => Gen.Int[0, FormsByName.Count - 1].Select(index => FormsByName.Values.ElementAt(index));

    private static Gen<byte> SyntaxByte => Gen.Int[0, Syntax.Length - 1].Select(index => Syntax[index]);

    private static byte[] Syntax { get; } = [.. " \r\n0123456789<>[]()/%R-."u8];

    /// <summary>Each way of writing the same three pages: A4, A4 turned, and a square cut out of A3.</summary>
    public static TheoryData<string> Forms => [.. FormsByName.Keys];

    private static Dictionary<string, byte[]> FormsByName { get; } = new()
    {
        ["table"] = ThreePages().Table().ToBytes(),
        ["stream"] = ThreePages().CrossReferenceStream(9).ToBytes(),
        ["predicted stream"] = ThreePages().CrossReferenceStream(9, isPredicted: true).ToBytes(),
        ["object stream"] = ThreePagesInAnObjectStream().CrossReferenceStream(9).ToBytes(),
        ["hybrid"] = ThreePagesInAnObjectStream().Hybrid(9, 1, 2, 3, 4, 5).ToBytes(),
        ["update"] = ThreePages("[0 0 10 10]").Table().Object(5, SquarePage()).Table().ToBytes(),
        ["update by stream"] = ThreePages("[0 0 10 10]").CrossReferenceStream(9).ObjectStream(10, (5, SquarePage())).CrossReferenceStream(11).ToBytes(),
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Read_EachFormOfFile_GivesTheVisibleSizes(string form)
        => Assert.Equal([PageSize.A4, PageSize.A4.Landscape, new PageSize(400, 400)], await ReadAsync(FormsByName[form]));

    [Fact]
    public async Task Read_SampleOfTheRepository_GivesItsTwoPages()
        => Assert.Equal([new PageSize(595, 842), new PageSize(595, 842)], await ReadAsync(await File.ReadAllBytesAsync(Repository.PathOf("samples/QuickStart/contract.pdf"), Cancel)));

    [Fact]
    public async Task Read_NestedNodes_InheritsFromTheNearest()
    {
        byte[] pdf = new PdfText()
            .Object(1, PdfText.Catalog)
            .Object(2, "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 3 /MediaBox [0 0 100 200] /Rotate 90 >>")
            .Object(3, "<< /Type /Pages /Kids [4 0 R 5 0 R] /Count 2 /MediaBox [0 0 300 400] >>")
            .Object(4, "<< /Type /Page >>")
            .Object(5, "<< /Type /Page /Rotate 0 /MediaBox [0 0 500 600] >>")
            .Object(6, "<< /Type /Page /CropBox [10 10 60 110] >>")
            .Table()
            .ToBytes();

        Assert.Equal([new PageSize(400, 300), new PageSize(500, 600), new PageSize(100, 50)], await ReadAsync(pdf));
    }

    [Fact]
    public async Task Read_EverythingIndirect_IsResolved()
    {
        byte[] pdf = new PdfText()
            .Object(1, PdfText.Catalog)
            .Object(2, "<< /Type /Pages /Kids 4 0 R /Count 5 0 R >>")
            .Object(3, "<< /Type /Page /MediaBox 6 0 R /Rotate 9 0 R /CropBox 10 0 R >>")
            .Object(4, "[3 0 R]")
            .Object(5, "1")
            .Object(6, "[0 0 7 0 R 8 0 R]")
            .Object(7, "595.28")
            .Object(8, "841.89")
            .Object(9, "-270")
            .Object(10, "null")
            .Table()
            .ToBytes();

        Assert.Equal([PageSize.A4.Landscape], await ReadAsync(pdf));
    }

    [Theory]
    [InlineData("/MediaBox [0 0 595.28 841.89]")]
    [InlineData("/MediaBox[595.28 841.89 0 0]")]
    [InlineData("/MediaBox [+0 -0. 595.28 841.89]")]
    [InlineData("/MediaBox [100 100 695.28 941.89]")]
    [InlineData("/Media#42ox [0 0 595.28 841.89]")]
    [InlineData("/MediaBox [0 0 %comment ] >> endobj\n595.28 841.89]")]
    [InlineData("/Title (endobj \\) >> ( endobj ) \\\\) /MediaBox [0 0 595.28 841.89]")]
    [InlineData("/Id <00 FF> /Nothing null /Yes true /MediaBox [0 0 595.28 841.89]")]
    [InlineData("/Resources << /Font << /F1 8 0 R >> /MediaBox [0 0 1 1] >> /MediaBox [0 0 595.28 841.89]")]
    [InlineData("/MediaBox [0 0 595.28 841.89] /CropBox [-10 -10 1000 1000]")]
    [InlineData("/MediaBox [0 0 595.28 2000] /CropBox [0 0 1000 841.89]")]
    [InlineData("/MediaBox [0 0 595.28 841.89] /Rotate -180 /UserUnit 1.0")]
    [InlineData("/MediaBox [0 0 595.28 841.89] /Rotate 360.0")]
    public async Task Read_WaysToWriteAnA4Page_GiveA4(string entries)
    {
        IReadOnlyList<PageSize>? sizes = await ReadAsync(PdfText.Of($"<< /Type /Page {entries} >>").Table().ToBytes());

        PageSize size = Assert.Single(sizes!);
        Assert.Equal(PageSize.A4.Width, size.Width, 1e-9);
        Assert.Equal(PageSize.A4.Height, size.Height, 1e-9);
    }

    [Theory]
    [InlineData("<< /Type /Page >>")]
    [InlineData("<< /MediaBox [0 0 10 10] >>")]
    [InlineData("<< /Type /Font /MediaBox [0 0 10 10] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 0] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 (10)] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 1.0.0] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 77 0 R] >>")]
    [InlineData("<< /Type /Page /MediaBox 77 0 R >>")]
    [InlineData("<< /Type /Page /MediaBox 3 0 R >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] /MediaBox [0 0 20 20] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] /Media#42ox [0 0 20 20] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] /CropBox [20 20 30 30] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] /Rotate 45 >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] /UserUnit 2 >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] /Kids [<<] >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] (no name) >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] /Key >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] ")]
    [InlineData("[/Type /Page]")]
    public async Task Read_DoubtfulPage_IsUnknown(string page)
        => Assert.Null(await ReadAsync(PdfText.Of(PdfText.A4Page, page).Table().ToBytes()));

    [Theory]
    [InlineData("<< /Type /Pages /Kids [3 0 R] >>")]
    [InlineData("<< /Type /Pages /Kids [3 0 R] /Count 2 >>")]
    [InlineData("<< /Type /Pages /Kids [] /Count 0 >>")]
    [InlineData("<< /Type /Pages /Count 1 >>")]
    [InlineData("<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>")]
    [InlineData("<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1 >>")]
    [InlineData("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>")]
    [InlineData("<< /Type /Pages /Kids [3 0 R null] /Count 1 >>")]
    [InlineData("<< /Type /Pages /Kids [3 1 R] /Count 1 >>")]
    [InlineData("<< /Type /Page /MediaBox [0 0 10 10] >>")]
    public async Task Read_DoubtfulNode_IsUnknown(string node)
        => Assert.Null(await ReadAsync(new PdfText().Object(1, PdfText.Catalog).Object(2, node).Object(3, PdfText.A4Page).Table().ToBytes()));

    [Theory]
    [InlineData("/Root 1 0 R /Encrypt << /Filter /Standard >>")]
    [InlineData("/Root 1 0 R /Encrypt 9 0 R")]
    [InlineData("/Root 2 0 R")]
    [InlineData("/Root 77 0 R")]
    [InlineData("/Info 1 0 R")]
    [InlineData("/Root 1 0 R /Prev 999999")]
    [InlineData("/Root 1 0 R /Prev -1")]
    [InlineData("/Root 1 0 R /Prev 0")]
    [InlineData("/Root 1 0 R /XRefStm 10")]
    public async Task Read_DoubtfulTrailer_IsUnknown(string trailer)
    {
        Assert.Null(await ReadAsync(PdfText.Of(PdfText.A4Page).Table(trailer).ToBytes()));
        Assert.True(trailer.Contains("XRefStm", StringComparison.Ordinal)
            || await ReadAsync(PdfText.Of(PdfText.A4Page).CrossReferenceStream(9, trailer).ToBytes()) is null);
    }

    [Fact]
    public async Task Read_NodesTooDeep_AreUnknown()
    {
        Assert.Equal(OneA4, await ReadAsync(Chain(60)));
        Assert.Null(await ReadAsync(Chain(70)));

        static byte[] Chain(int depth)
        {
            PdfText pdf = new PdfText().Object(1, PdfText.Catalog);
            for (int number = 2; number < depth; number++)
            {
                pdf.Object(number, $"<< /Type /Pages /Kids [{number + 1} 0 R] /Count 1 >>");
            }

            return pdf.Object(depth, PdfText.A4Page).Table().ToBytes();
        }
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Read_AnyLineEnd_IsUnderstood(string newLine)
    {
        byte[] pdf = new PdfText(newLine)
            .Object(1, "%first\n" + PdfText.Catalog)
            .Object(2, PdfText.Node(1))
            .Object(3, "%a comment, endobj\n" + PdfText.A4Page)
            .Table()
            .ToBytes();

        Assert.Equal(OneA4, await ReadAsync(pdf));
    }

    [Fact]
    public async Task Read_BytesBeforeTheMark_DoNotCount()
        => Assert.Equal(OneA4, await ReadAsync([.. "\uFEFF\r\n"u8, .. PdfText.Of(PdfText.A4Page).Table().ToBytes()]));

    [Fact]
    public async Task Read_StreamFromAPosition_CountsFromThere()
    {
        using var stream = new MemoryStream([.. Sample.Pattern(5000), .. PdfText.Of(PdfText.A4Page).Table().ToBytes()]);
        stream.Position = 5000;

        Assert.Equal(OneA4, await PdfPages.ReadAsync(stream, Cancel));
    }

    [Fact]
    public async Task Read_Linearized_FollowsTheFirstPagesSection()
    {
        // The first page's objects and section come first in the file, and the rest's section has a trailer without a root.
        PdfText pdf = new PdfText().Object(4, PdfText.A4Page).Object(1, PdfText.Catalog);
        long first = pdf.Position;
        const int sectionLength = 400;
        byte[] head = pdf.ToBytes();
        PdfText rest = new PdfText().Raw(head.AsSpan("%PDF-1.7\n".Length).ToArray()).Raw(new string(' ', sectionLength))
            .Object(2, "<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 2 >>")
            .Object(3, "<< /Type /Page /MediaBox [0 0 10 20] >>");
        long main = rest.Position;
        rest.TableOnly("/Info 3 0 R").End(first);
        byte[] file = rest.ToBytes();
        string section = $"xref\n1 1\n{head.AsSpan().IndexOf("1 0 obj"u8):D10} 00000 n \n4 1\n{9:D10} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {main} >>\nstartxref\n0\n%%EOF\n";
        Encoding.ASCII.GetBytes(section).CopyTo(file, (int)first);

        Assert.Equal([PageSize.A4, new PageSize(10, 20)], await ReadAsync(file));
    }

    [Fact]
    public async Task Read_PdfAttachedUnpacked_IsNotTakenForTheDocument()
    {
        byte[] attached = PdfText.Of("<< /Type /Page /MediaBox [0 0 1 1] >>").Table().ToBytes();

        byte[] pdf = PdfText.Of(PdfText.A4Page).Stream(8, "/Type /EmbeddedFile", attached, "9 0 R").Object(9, $"{attached.Length}").Table().ToBytes();

        Assert.Equal(OneA4, await ReadAsync(pdf));
    }

    [Fact]
    public async Task Read_ObjectsThatNoSectionLists_AreNotTakenForTheDocuments()
    {
        byte[] pdf = PdfText.Of(PdfText.A4Page).Table().Object(3, "<< /Type /Page /MediaBox [0 0 1 1] >>").Unlisted(3).Table().ToBytes();

        Assert.Equal(OneA4, await ReadAsync(pdf));
    }

    [Fact]
    public async Task Read_PageThatAnUpdateFreed_IsUnknown()
        => Assert.Null(await ReadAsync(PdfText.Of(PdfText.A4Page).Table().Free(3).Table().ToBytes()));

    [Fact]
    public async Task Read_UpdateCutOff_IsUnknownAndNotTheFormerVersion()
    {
        byte[] former = PdfText.Of(PdfText.A4Page).Table().ToBytes();
        byte[] updated = PdfText.Of(PdfText.A4Page).Table().Object(3, "<< /Type /Page /MediaBox [0 0 1 1] >>").Table().ToBytes();

        for (int length = former.Length + 1; length < updated.Length - "%%EOF\n".Length; length++)
        {
            Assert.Null(await ReadAsync(updated[..length]));
        }

        Assert.Equal([new PageSize(1, 1)], await ReadAsync(updated));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Read_CutOffAnywhere_IsUnknown(string form)
    {
        byte[] pdf = FormsByName[form];
        int former = form.StartsWith("update", StringComparison.Ordinal) ? pdf.AsSpan().IndexOf("%%EOF"u8) + "%%EOF\n".Length : 0;
        for (int length = former == 0 ? 0 : former + 1; length < pdf.Length - "%%EOF\n".Length; length++)
        {
            Assert.Null(await ReadAsync(pdf[..length]));
        }
    }

    [Theory]
    [InlineData("/Filter /LZWDecode", null)]
    [InlineData("/Filter [/ASCIIHexDecode /FlateDecode]", null)]
    [InlineData("/Filter /FlateDecode", null)]
    [InlineData("/Filter 9 0 R", null)]
    [InlineData("/F (other.bin)", null)]
    [InlineData("", "7")]
    [InlineData("", "77777")]
    [InlineData("", "-1")]
    [InlineData("", "77 0 R")]
    [InlineData("", "3 0 R")]
    public async Task Read_DoubtfulObjectStream_IsUnknown(string entries, string? length)
        => Assert.Null(await ReadAsync(InPlainObjectStream(entries, length)));

    [Theory]
    [InlineData("", null)]
    [InlineData("", "6 0 R")]
    [InlineData("/Filter []", null)]
    [InlineData("/Filter null", null)]
    public async Task Read_UnpackedObjectStream_IsUnderstood(string entries, string? length)
    {
        int actual = (await ReadAsync(InPlainObjectStream(entries, length, 0))) is null ? InPlainLength() : 0;

        Assert.Equal(OneA4, await ReadAsync(InPlainObjectStream(entries, length, actual)));
    }

    [Fact]
    public async Task Read_ObjectsThatOverlap_AreUnderstoodWhileTheyAreFew()
        => Assert.Equal(Enumerable.Repeat(PageSize.A4, 3), await ReadAsync(OverlappingPages(3, fillerLength: 1_000)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1_000, false)]
    [InlineData(int.MaxValue, false)]
    public async Task Read_ObjectBehindTheEndOfItsStream_IsUnknown(int offset, bool isUnderstood)
    {
        byte[] pdf = new PdfText()
            .Object(1, PdfText.Catalog)
            .Object(2, PdfText.Node(1))
            .SameObjects(8, 3, 1, PdfText.A4Page, offset)
            .CrossReferenceStream(9)
            .ToBytes();

        Assert.Equal(isUnderstood ? OneA4 : null, await ReadAsync(pdf));
    }

    [Fact]
    public async Task Read_ObjectsThatOverlap_TakeNoMoreThanTheBudget()
    {
        // Some ten kilobytes that would otherwise be looked at as if they were gigabytes.
        byte[] pdf = OverlappingPages(2_000, fillerLength: 700_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(await ReadAsync(pdf));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 160 * 1024 * 1024);
    }

    [Fact]
    public async Task Read_DamagedInflatedData_IsUnknown()
    {
        byte[] pdf = FormsByName["object stream"];
        int data = pdf.AsSpan().IndexOf("stream\n"u8) + "stream\n".Length;
        byte[] damaged = [.. pdf];
        damaged.AsSpan(data + 2, 8).Fill(0xFF);

        Assert.Null(await ReadAsync(damaged));
    }

    [Fact]
    public async Task Read_StreamThatInflatesBeyondTheLimit_IsUnknown()
        => Assert.Null(await ReadAsync(new PdfText()
            .Object(1, PdfText.Catalog)
            .ObjectStream(8, (2, PdfText.Node(1)), (3, PdfText.A4Page), (4, $"({new string(' ', 2 * PdfStreamData.MaxLength)})"))
            .CrossReferenceStream(9)
            .ToBytes()));

    [Fact]
    public async Task Read_HostileFiles_EndSoon()
    {
        const int pages = 15_000;
        string padding = new(' ', 700_000);
        PdfText thrashing = new PdfText().Object(1, PdfText.Catalog).Object(2, PdfText.Node(pages));
        (int Number, string Value)[] Half(int parity)
            => [.. Enumerable.Range(3, pages).Where(number => number % 2 == parity).Select(number => (number, "<</Type/Page/MediaBox[0 0 9 9]>>")), (pages + 50 + parity, $"[{padding[..300_000]}]")];
        byte[] alternating = thrashing.ObjectStream(pages + 10, Half(0)).ObjectStream(pages + 11, Half(1)).CrossReferenceStream(pages + 12).ToBytes();
        byte[] nested = PdfText.Of($"<< /Type /Page /X {new string('[', 200_000)} >>").Table().ToBytes();
        byte[] table = [.. "%PDF-1.7\nxref\n0 2000000000\n"u8, .. Enumerable.Repeat("0000000000 00000 f \n"u8.ToArray(), 200_000).SelectMany(line => line), .. "trailer<</Size 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"u8];
        byte[] references = PdfText.Of($"<< /Type /Page /MediaBox [{string.Concat(Enumerable.Repeat("1 ", 100_000))}] >>").Table().ToBytes();

        var clock = Stopwatch.StartNew();
        foreach (byte[] hostile in (byte[][])[alternating, nested, table, references])
        {
            Assert.Null(await ReadAsync(hostile));
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task Read_ManyPages_AreAllCounted()
    {
        const int pages = 10_000;
        string[] all = [.. Enumerable.Repeat(PdfText.A4Page, pages)];

        IReadOnlyList<PageSize>? sizes = await ReadAsync(PdfText.Of(all).Table().ToBytes());

        Assert.Equal(pages, sizes!.Count);
    }

    [Fact]
    public async Task Read_LargeFile_ReadsLittleOfIt()
    {
        var stream = new CountingStream(PdfText.Of(PdfText.A4Page).Stream(8, "", new byte[8_000_000]).Table().ToBytes());

        Assert.Equal(OneA4, await PdfPages.ReadAsync(stream, Cancel));
        Assert.InRange(stream.BytesRead, 1, 20_000);
    }

    [Fact]
    public async Task Read_PdfPigsFiles_AgreesWithPdfPig()
        => await Gen.Select(Gen.Int[20, 3000], Gen.Int[20, 3000]).Array[1, 30].SampleAsync(
            async sizes =>
            {
                using var builder = new PdfDocumentBuilder();
                foreach ((int width, int height) in sizes)
                {
                    builder.AddPage(width, height);
                }

                byte[] pdf = builder.Build();
                using PdfDocument document = PdfDocument.Open(pdf);
                Assert.Equal(document.GetPages().Select(page => new PageSize(page.Width, page.Height)), await ReadAsync(pdf));
            },
            iter: 30,
            threads: 1);

    [Fact]
    public async Task Read_AnyBytes_AreUnknown()
        => await Gen.Byte.Array[0, 3000].SampleAsync(
            async bytes => Assert.Null(await ReadAsync([.. "%PDF-1.7\n"u8, .. bytes])),
            iter: 3_000,
            threads: 1);

    [Fact]
    public async Task Read_AnyMutation_GivesSizesOrNothing()
    {
        Gen<byte[]> mutated =
            from form in AnyForm
            from edits in Gen.Select(Gen.Int[0, form.Length - 1], Gen.OneOf(Gen.Byte, SyntaxByte)).Array[1, 8]
            from length in Gen.Frequency((3, Gen.Const(form.Length)), (1, Gen.Int[0, form.Length]))
            select Edited(form, edits, length);

        await mutated.SampleAsync(
            async bytes =>
            {
                var clock = Stopwatch.StartNew();
                IReadOnlyList<PageSize>? sizes = await ReadAsync(bytes);
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"It took {clock.Elapsed}.");
                Assert.All(sizes ?? [], size => Assert.True(size is { Width: > 0, Height: > 0 } && double.IsFinite(size.Width * size.Height)));
                Assert.NotEqual(0, sizes?.Count);
            },
            iter: 20_000,
            threads: 1);

        static byte[] Edited(byte[] form, (int Index, byte Value)[] edits, int length)
        {
            byte[] copy = [.. form];
            foreach ((int index, byte value) in edits)
            {
                copy[index] = value;
            }

            return copy[..length];
        }
    }

    [Fact]
    public async Task Read_AnyPieceMoved_GivesSizesOrNothing()
    {
        Gen<byte[]> spliced =
            from form in AnyForm
            from start in Gen.Int[0, form.Length - 1]
            from length in Gen.Int[0, Math.Min(200, form.Length - start)]
            from target in Gen.Int[0, form.Length]
            select (byte[])[.. form[..target], .. form[start..(start + length)], .. form[target..]];

        await spliced.SampleAsync(
            async bytes => Assert.All(await ReadAsync(bytes) ?? [], size => Assert.True(size is { Width: > 0, Height: > 0 })),
            iter: 10_000,
            threads: 1);
    }

    [Fact]
    public async Task Read_StreamThatFails_Throws()
        => await Assert.ThrowsAsync<IOException>(() => PdfPages.ReadAsync(new FailingStream(), Cancel));

    [Fact]
    public async Task Read_Cancelled_Throws()
    {
        using var stream = new MemoryStream(FormsByName["table"]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PdfPages.ReadAsync(stream, new CancellationToken(canceled: true)));
    }

    private static PdfText ThreePages(string box = "[0 0 841.89 1190.55]")
        => PdfText.Of(PdfText.A4Page, "<< /Type /Page /MediaBox [0 0 595.28 841.89] /Rotate 90 >>", SquarePage(box));

    private static string SquarePage(string box = "[0 0 841.89 1190.55]") => $"<< /Type /Page /MediaBox {box} /CropBox [100 100 500 500] >>";

    private static PdfText ThreePagesInAnObjectStream()
        => new PdfText().ObjectStream(
            8,
            (1, PdfText.Catalog),
            (2, PdfText.Node(3)),
            (3, PdfText.A4Page),
            (4, "<< /Type /Page /MediaBox [0 0 595.28 841.89] /Rotate 90 >>"),
            (5, SquarePage()));

    private static byte[] OverlappingPages(int count, int fillerLength)
        => new PdfText()
            .Object(1, PdfText.Catalog)
            .Object(2, PdfText.Node(count))
            .SameObjects(count + 3, 3, count, $"<< /Filler ({new string('x', fillerLength)}) {PdfText.A4Page[2..]}")
            .CrossReferenceStream(count + 4)
            .ToBytes();

    private static byte[] InPlainObjectStream(string entries, string? length, int actualLength = 0)
        => new PdfText()
            .Object(1, PdfText.Catalog)
            .Object(6, $"{actualLength}")
            .PlainObjectStream(8, entries, length, (2, PdfText.Node(1)), (3, PdfText.A4Page))
            .CrossReferenceStream(9)
            .ToBytes();

    private static int InPlainLength()
    {
        byte[] pdf = InPlainObjectStream("", null);
        int start = pdf.AsSpan().IndexOf("stream\n"u8) + "stream\n".Length;
        return pdf.AsSpan(start).IndexOf("\nendstream"u8);
    }

    private static async Task<IReadOnlyList<PageSize>?> ReadAsync(byte[] pdf)
    {
        using var stream = new MemoryStream(pdf);
        return await PdfPages.ReadAsync(stream, Cancel);
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            BytesRead += read;
            return read;
        }
    }

    private sealed class FailingStream() : MemoryStream(new byte[100])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => throw new IOException("The disk is gone.");
    }
}

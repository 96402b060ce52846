using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Word;

public class WordUploadTests
{
    [Fact]
    public async Task Docx_IsConvertedToAPdfWithItsText()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] docx = TestDocx.WithBody(
            "<w:p><w:r><w:t>First </w:t></w:r><w:r><w:t>paragraph</w:t><w:tab/><w:t>tabbed</w:t></w:r></w:p><w:p/>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Célula &amp; more</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Once</w:t></w:r></w:p></mc:Choice>"
            + "<mc:Fallback><w:p><w:r><w:t>Once</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>");

        string docid = (await service.TryUploadAsync(docx, "contract.docx", TestService.Docx)).Ok.GetString()!;

        byte[] pdf = await service.DownloadAsync(docid);
        Assert.Equal("First paragraph tabbed Celula & more Once", TestPdf.WordsOf(pdf));
        Assert.Equal("contract.docx", (await service.GetAsync("v1/document/exists", docid)).Ok.GetProperty("filename").GetString());
    }

    [Fact]
    public async Task Docx_LongText_FillsSeveralPagesWithinTheirMargins()
    {
        await using TestService service = await TestService.StartAsync();
        string paragraph = string.Join(' ', Enumerable.Repeat("word", 100));
        byte[] docx = TestDocx.WithParagraphs([.. Enumerable.Repeat(paragraph, 40), new string('w', 500)]);

        string docid = (await service.TryUploadAsync(docx, "contract.docx", TestService.Docx)).Ok.GetString()!;

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await service.DownloadAsync(docid));
        Assert.True(pdf.NumberOfPages > 1);
        Assert.Equal(4000, pdf.GetPages().SelectMany(page => page.GetWords()).Count(word => word.Text == "word"));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.BoundingBox.Right, 50, 545));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.BoundingBox.Bottom, 50, 800));
    }

    [Fact]
    public async Task Docx_CanBeDescribedByMarkerAndSigned()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = (await service.TryUploadAsync(TestDocx.WithParagraphs("Sign: #HERE#"), "c.docx", TestService.Docx)).Ok.GetString()!;
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor.FirstField()["marker"] = "#HERE#";
        Uri link = (await service.DescribeAsync(docid, descriptor))[Descriptors.Anna];

        await service.SignAsync(link);

        byte[] copy = await service.DownloadAsync(await service.SignedIdAsync(docid));
        Assert.Contains("Anna Example", TestPdf.WordsOf(copy), StringComparison.Ordinal);
    }

    public static TheoryData<byte[], string> BadDocx => new()
    {
        { [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "damaged" },
        { TestDocx.WithPart("xl/workbook.xml", "<x/>"), "no document" },
        { TestDocx.WithPart("word/document.xml", "<not closed"), "damaged" },
        { TestDocx.WithPart("word/document.xml", ""), "damaged" },
        { TestDocx.WithPart("word/document.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"), "damaged" },
        { TestDocx.WithBody($"<w:p><w:r><w:t>{new string('x', 21_000_000)}</w:t></w:r></w:p>"), "damaged" },
        { TestDocx.WithParagraphs(new string('x', 200_001)), "more than 200000 characters" },
        { TestDocx.WithPart("word/document.xml", new string(' ', 30_000_000)), "damaged" },
    };

    [Theory]
    [MemberData(nameof(BadDocx))]
    public async Task Docx_ThatCannotBeRead_IsRefused(byte[] docx, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.TryUploadAsync(docx, "contract.docx", TestService.Docx);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("First paragraph\rSecond one", true, "First paragraph Second one")]
    [InlineData("First paragraph\rSecond one", false, "First paragraph Second one")]
    [InlineData("Zmluva: Ľubomír\r", true, "Zmluva: Lubomir")]
    [InlineData("Caf\u00E9\r", false, "Cafe")]
    [InlineData("See \u0013 HYPERLINK x \u0014this page\u0015 now", true, "See this page now")]
    [InlineData("Cell\u0007Next", false, "Cell Next")]
    public async Task Doc_IsConvertedToAPdfWithItsText(string text, bool unicode, string expected)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.TryUploadAsync(TestDoc.WithText(text, unicode), "contract.doc", TestService.Doc);

        Assert.Equal(expected, TestPdf.WordsOf(await service.DownloadAsync(answer.Ok.GetString()!)));
    }

    [Fact]
    public async Task Doc_Encrypted_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.TryUploadAsync(TestDoc.WithText("secret", true, flags: 0x0300), "contract.doc", TestService.Doc);

        Assert.Equal("The Word file is encrypted", answer.Problems);
    }

    [Theory]
    [InlineData(0x30, 0x7F)]
    [InlineData(0x4C, 0x7F)]
    [InlineData(0x1E, 0x63)]
    [InlineData(512 + 4, 0x01)]
    [InlineData(512 + (4 * 2), 0x02)]
    [InlineData(1024 + 128, 0x7F)]
    [InlineData(1536 + 0x1A3, 0x7F)]
    [InlineData(1536 + 0x1A9, 0x80)]
    [InlineData(1536 + 4096, 0x07)]
    [InlineData(1536 + 4096 + 4, 0x7F)]
    [InlineData(1536 + 4096 + 17, 0x3F)]
    [InlineData(1536 + 4096 + 12, 0x80)]
    public async Task Doc_DamagedAnywhere_IsRefused(int offset, byte value)
    {
        await using TestService service = await TestService.StartAsync();
        byte[] doc = TestDoc.WithText("Some text", unicode: true);
        doc[offset] = value;

        Answer answer = await service.TryUploadAsync(doc, "contract.doc", TestService.Doc);

        Assert.Equal("The Word file is damaged", answer.Problems);
    }
}

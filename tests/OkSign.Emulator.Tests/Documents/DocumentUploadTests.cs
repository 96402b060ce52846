using System.Net;
using System.Net.Http.Headers;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Documents;

public class DocumentUploadTests
{
    [Fact]
    public async Task Upload_Pdf_AnswersASourceDocid()
    {
        await using TestService service = await TestService.StartAsync(options => options.Authorization = "012345;token;marketing");

        string docid = await service.UploadAsync();

        Assert.Matches("^012345-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", docid);
    }

    [Theory]
    [InlineData(null, TestService.Pdf, "x-oksign-filename is missing")]
    [InlineData("contract", TestService.Pdf, "must end in")]
    [InlineData("contract.txt", TestService.Pdf, "must end in")]
    [InlineData("../contract.pdf", TestService.Pdf, "path")]
    [InlineData("c:\\contract.pdf", TestService.Pdf, "path")]
    [InlineData("con\ttract.pdf", TestService.Pdf, "control characters")]
    [InlineData("contract.pdf", null, "content-type")]
    [InlineData("contract.pdf", "text/plain", "content-type")]
    [InlineData("contract.pdf", TestService.Docx, "does not agree")]
    [InlineData("contract.docx", TestService.Docx, "content is not that of a .docx")]
    [InlineData("contract.doc", TestService.Doc, "content is not that of a .doc")]
    public async Task Upload_HeadersThatDoNotFitAPdf_IsRefused(string? fileName, string? mediaType, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.TryUploadAsync(TestPdf.OnePage(), fileName, mediaType);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Contract.PDF", TestService.Pdf)]
    [InlineData("contract.pdf", "application/pdf; charset=binary")]
    [InlineData("contract.pdf", "Application/PDF")]
    public async Task Upload_OtherLetterCaseOrParameters_IsAccepted(string fileName, string mediaType)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.TryUploadAsync(TestPdf.OnePage(), fileName, mediaType);

        Assert.NotEmpty(answer.Ok.GetString()!);
    }

    [Fact]
    public async Task Upload_NonAsciiFileName_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        string answer = await RawHttp.ExchangeAsync(
            service.Emulator,
            RawHttp.Head(service.Emulator, "POST", "v1/document/upload")
            + "x-oksign-filename: \u00DCber.pdf\r\nContent-Type: application/pdf\r\nContent-Length: 5\r\n\r\n%PDF-");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("US-ASCII", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_EmptyFile_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Contains("empty", (await service.TryUploadAsync([])).Problems, StringComparison.Ordinal);
    }

    public static TheoryData<byte[], string> BadPdfs => new()
    {
        { "%PDF-1.7 and nothing else"u8.ToArray(), "damaged" },
        { TestPdf.OnePage()[..200], "damaged" },
        { TestPdf.Raw("/MediaBox[0 0 595 842]", "BT /Missing 12 Tf (x) Tj ET"), "damaged" },
        { TestPdf.Raw("/MediaBox[0 0 595 842]", "", "/Encrypt<</Filter/Unknown/V 9>>"), "PDF" },
        { EncryptedPdf.NeedingAPassword(), "encrypted" },
    };

    [Theory]
    [MemberData(nameof(BadPdfs))]
    public async Task Upload_PdfThatCannotBeRead_IsRefused(byte[] file, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.TryUploadAsync(file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_TooLarge_IsRefusedAndTheClientHearsIt(bool lengthIsTold)
    {
        await using TestService service = await TestService.StartAsync(options => options.MaxDocumentSize = 100_000);
        var content = new StreamContent(new MemoryStream(new byte[20_000_000]));
        content.Headers.ContentType = new MediaTypeHeaderValue(TestService.Pdf);
        content.Headers.ContentLength = lengthIsTold ? 20_000_000 : null;
        var address = new Uri(service.Emulator.BaseAddress, "v1/document/upload");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TransferEncodingChunked = lengthIsTold ? null : true;
        request.Headers.Add("x-oksign-authorization", service.Emulator.Authorization);
        request.Headers.Add("x-oksign-filename", "contract.pdf");

        Answer answer = await service.SendAsync(request);

        Assert.Equal("The file is larger than 100000 bytes", answer.Problems);
    }

    [Fact]
    public async Task Upload_ExactlyTheLimit_IsAccepted()
    {
        byte[] pdf = TestPdf.OnePage();
        await using TestService service = await TestService.StartAsync(options => options.MaxDocumentSize = pdf.Length);

        Assert.NotEmpty(await service.UploadAsync(pdf));
    }

    [Fact]
    public async Task Upload_ClientHangsUp_KeepsNothing()
    {
        await using TestService service = await TestService.StartAsync();

        await RawHttp.HangUpAsync(
            service.Emulator,
            RawHttp.Head(service.Emulator, "POST", "v1/document/upload")
            + "x-oksign-filename: a.pdf\r\nContent-Type: application/pdf\r\nContent-Length: 5000\r\n\r\n%PDF-");

        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    [Fact]
    public async Task Upload_BodyWithABrokenEncoding_Is400WithTheEnvelope()
    {
        await using TestService service = await TestService.StartAsync();

        string answer = await RawHttp.ExchangeAsync(
            service.Emulator,
            RawHttp.Head(service.Emulator, "POST", "v1/document/upload")
            + "x-oksign-filename: a.pdf\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\nnot a length\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("FAILED", answer, StringComparison.Ordinal);
    }
}

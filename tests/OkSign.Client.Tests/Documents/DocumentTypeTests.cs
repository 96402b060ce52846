namespace OkSign.Client.Tests;

public class DocumentTypeTests
{
    [Theory]
    [InlineData("a.pdf")]
    [InlineData("A.PDF")]
    [InlineData("a")]
    [InlineData("a.bin")]
    public void Of_PdfContent_IsPdf(string name) => Assert.Equal(FileType.Pdf, Of(name, Sample.Pdf()));

    [Theory]
    [InlineData(1019)]
    [InlineData(500)]
    public void Of_PdfMarkAfterSomeBytes_IsPdf(int before)
    {
        byte[] head = [.. new byte[before], .. "%PDF-"u8];

        Assert.Equal(FileType.Pdf, Of("a.pdf", head));
    }

    [Theory]
    [InlineData("{\"reason\":\"%PDF-1.7\"}")]
    [InlineData(" \r\n\t[\"%PDF-1.7\"]")]
    [InlineData("<html>%PDF-1.7</html>")]
    [InlineData("\n<!-- %PDF-1.7 -->")]
    public void Of_JsonOrHtmlThatSpeaksOfPdf_IsRefused(string text)
        => Refuse("a.pdf", System.Text.Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Of_PdfAfterWhiteSpace_IsPdf() => Assert.Equal(FileType.Pdf, Of("a.pdf", "\r\n %PDF-1.7"u8));

    [Fact]
    public void Of_WhiteSpaceOnly_IsRefused() => Refuse("a.pdf", "   "u8);

    [Fact]
    public void Of_PdfMarkBeyondAKilobyte_IsRefused()
    {
        byte[] head = [.. new byte[1020], .. "%PDF-1.7"u8];

        Refuse("a.pdf", head);
    }

    [Theory]
    [InlineData("a.doc")]
    [InlineData("a.DOC")]
    public void Of_OleContentAndName_IsDoc(string name) => Assert.Equal(FileType.Doc, Of(name, Sample.Doc()));

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.Docx")]
    public void Of_ZipContentAndName_IsDocx(string name) => Assert.Equal(FileType.Docx, Of(name, Sample.Docx()));

    [Theory]
    [InlineData("a")]
    [InlineData("a.zip")]
    [InlineData("a.xlsx")]
    public void Of_ZipContentWithoutTheName_IsRefused(string name)
    {
        string problem = Refuse(name, Sample.Docx());

        Assert.Contains(".docx", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OleContentWithoutTheName_IsRefused() => Refuse("a.xls", Sample.Doc());

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.doc")]
    public void Of_PdfContentAndAnotherName_IsRefused(string name)
    {
        string problem = Refuse(name, Sample.Pdf());

        Assert.Contains(".pdf", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DocxContentNamedPdf_IsRefused() => Refuse("a.pdf", Sample.Docx());

    [Fact]
    public void Of_DocxContentNamedDoc_IsRefused() => Refuse("a.doc", Sample.Docx());

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    [InlineData("a.txt")]
    public void Of_OtherContent_IsRefused(string name)
        => Refuse(name, "<html></html>"u8);

    [Fact]
    public void Of_CutMagic_IsRefused() => Refuse("a.docx", "PK"u8);

    [Fact]
    public void Of_OtherContent_SaysWhatIsWrong() => Assert.Equal("a.txt is neither a PDF nor a Word document: its content begins like none of them.", Refuse("a.txt", "Hello"u8));

    private static FileType? Of(string name, ReadOnlySpan<byte> head)
    {
        FileType? type = DocumentType.Of(name, head, out string? problem);
        Assert.Null(problem);
        return type;
    }

    private static string Refuse(string name, ReadOnlySpan<byte> head)
    {
        Assert.Null(DocumentType.Of(name, head, out string? problem));
        return problem!;
    }
}

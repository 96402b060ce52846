namespace OkSign.Client.Tests;

public class DocumentKindTests
{
    [Theory]
    [InlineData("a.pdf")]
    [InlineData("A.PDF")]
    [InlineData("a")]
    [InlineData("a.bin")]
    public void Of_PdfContent_IsPdf(string name) => Assert.Equal(DocumentKind.Pdf, DocumentKind.Of(name, Sample.Pdf()));

    [Theory]
    [InlineData(1019)]
    [InlineData(500)]
    public void Of_PdfMarkAfterSomeBytes_IsPdf(int before)
    {
        byte[] head = [.. new byte[before], .. "%PDF-"u8];

        Assert.Equal(DocumentKind.Pdf, DocumentKind.Of("a.pdf", head));
    }

    [Theory]
    [InlineData("{\"reason\":\"%PDF-1.7\"}")]
    [InlineData(" \r\n\t[\"%PDF-1.7\"]")]
    [InlineData("<html>%PDF-1.7</html>")]
    [InlineData("\n<!-- %PDF-1.7 -->")]
    public void Of_JsonOrHtmlThatSpeaksOfPdf_IsRefused(string text)
        => Assert.Throws<ArgumentException>(() => DocumentKind.Of("a.pdf", System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Of_PdfAfterWhiteSpace_IsPdf() => Assert.Equal(DocumentKind.Pdf, DocumentKind.Of("a.pdf", "\r\n %PDF-1.7"u8));

    [Fact]
    public void Of_WhiteSpaceOnly_IsRefused() => Assert.Throws<ArgumentException>(() => DocumentKind.Of("a.pdf", "   "u8));

    [Fact]
    public void Of_PdfMarkBeyondAKilobyte_IsRefused()
    {
        byte[] head = [.. new byte[1020], .. "%PDF-1.7"u8];

        Assert.Throws<ArgumentException>(() => DocumentKind.Of("a.pdf", head));
    }

    [Theory]
    [InlineData("a.doc")]
    [InlineData("a.DOC")]
    public void Of_OleContentAndName_IsDoc(string name) => Assert.Equal(DocumentKind.Doc, DocumentKind.Of(name, Sample.Doc()));

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.Docx")]
    public void Of_ZipContentAndName_IsDocx(string name) => Assert.Equal(DocumentKind.Docx, DocumentKind.Of(name, Sample.Docx()));

    [Theory]
    [InlineData("a")]
    [InlineData("a.zip")]
    [InlineData("a.xlsx")]
    public void Of_ZipContentWithoutTheName_IsRefused(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => DocumentKind.Of(name, Sample.Docx()));

        Assert.Contains(".docx", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OleContentWithoutTheName_IsRefused() => Assert.Throws<ArgumentException>(() => DocumentKind.Of("a.xls", Sample.Doc()));

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.doc")]
    public void Of_PdfContentAndAnotherName_IsRefused(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => DocumentKind.Of(name, Sample.Pdf()));

        Assert.Contains(".pdf", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DocxContentNamedPdf_IsRefused() => Assert.Throws<ArgumentException>(() => DocumentKind.Of("a.pdf", Sample.Docx()));

    [Fact]
    public void Of_DocxContentNamedDoc_IsRefused() => Assert.Throws<ArgumentException>(() => DocumentKind.Of("a.doc", Sample.Docx()));

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    [InlineData("a.txt")]
    public void Of_OtherContent_IsRefused(string name)
        => Assert.Throws<ArgumentException>(() => DocumentKind.Of(name, "<html></html>"u8));

    [Fact]
    public void Of_CutMagic_IsRefused() => Assert.Throws<ArgumentException>(() => DocumentKind.Of("a.docx", "PK"u8));

    [Fact]
    public void MediaType_OfEachKind_IsTheRegisteredOne()
    {
        Assert.Equal("application/pdf", DocumentKind.Pdf.MediaType);
        Assert.Equal("application/msword", DocumentKind.Doc.MediaType);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocumentKind.Docx.MediaType);
    }
}

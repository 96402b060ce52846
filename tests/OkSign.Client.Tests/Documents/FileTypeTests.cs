namespace OkSign.Client.Tests;

public class FileTypeTests
{
    [Theory]
    [InlineData("a.pdf", "application/pdf")]
    [InlineData("A.PDF", "application/pdf")]
    [InlineData("a.doc", "application/msword")]
    [InlineData("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("a.xls", "application/vnd.ms-excel")]
    [InlineData("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("a.png", "image/png")]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.jpeg", "image/jpeg")]
    [InlineData("a.tar.zip", "application/zip")]
    public void OfName_KnownExtension_IsItsRegisteredMediaType(string name, string expected) => Assert.Equal(expected, FileType.OfName(name).MediaType);

    [Theory]
    [InlineData("a")]
    [InlineData("pdf")]
    [InlineData("a.pdf.sig")]
    [InlineData("a.")]
    public void OfName_AnotherExtensionOrNone_IsUnknown(string name)
    {
        Assert.Same(FileType.Unknown, FileType.OfName(name));
        Assert.Equal("application/octet-stream", FileType.OfName(name).MediaType);
    }
}

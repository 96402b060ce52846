namespace OkSign.Client.Tests;

public class OkSignFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FromPath_Pdf_TakesNameLengthAndContentFromTheFile()
    {
        using var folder = new TempFolder();
        string path = folder.Write("Vertrag.pdf", Sample.Pdf(3000));

        var file = OkSignFile.FromPath(path);

        Assert.Equal("Vertrag.pdf", file.Name);
        Assert.Equal(3000, file.Length);
        Assert.Equal("application/pdf", file.MediaType);
        Assert.Equal(Sample.Pdf(3000), await ReadAsync(file));
        Assert.Equal(Sample.Pdf(3000), await ReadAsync(file));
    }

    [Fact]
    public void FromPath_OtherName_TakesThatName()
    {
        using var folder = new TempFolder();
        string path = folder.Write("upload.tmp", Sample.Pdf());

        var file = OkSignFile.FromPath(path, "contract.pdf");

        Assert.Equal("contract.pdf", file.Name);
    }

    [Fact]
    public void FromPath_Always_LeavesTheFileClosed()
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", Sample.Pdf());

        _ = OkSignFile.FromPath(path);

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }

    [Fact]
    public void FromPath_Missing_Throws()
    {
        using var folder = new TempFolder();

        Assert.Throws<FileNotFoundException>(() => OkSignFile.FromPath(folder.PathOf("none.pdf")));
    }

    [Fact]
    public void FromPath_Empty_IsRefused()
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", []);

        var exception = Assert.Throws<ArgumentException>(() => OkSignFile.FromPath(path));

        Assert.Contains("a.pdf is empty", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPath_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => OkSignFile.FromPath(null!));

    [Fact]
    public async Task FromBytes_Pdf_IsReadAgainAndAgain()
    {
        var file = OkSignFile.FromBytes(Sample.Pdf(2000), "a.pdf");

        Assert.Equal(Sample.Pdf(2000), await ReadAsync(file));
        Assert.Equal(Sample.Pdf(2000), await ReadAsync(file));
    }

    [Fact]
    public void FromBytes_Empty_IsRefused() => Assert.Throws<ArgumentException>(() => OkSignFile.FromBytes([], "a.pdf"));

    [Fact]
    public void FromBytes_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => OkSignFile.FromBytes(null!, "a.pdf"));

    [Fact]
    public void FromBytes_NullName_IsRefused() => Assert.Throws<ArgumentNullException>(() => OkSignFile.FromBytes(Sample.Pdf(), null!));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\r\nb.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a\u0085.pdf")]
    [InlineData("../a.pdf")]
    [InlineData("C:\\a.pdf")]
    public void FromBytes_BadName_IsRefused(string name)
        => Assert.Throws<ArgumentException>(nameof(name), () => OkSignFile.FromBytes(Sample.Pdf(), name));

    [Fact]
    public async Task FromStream_SeekableFromAPosition_IsReadFromThereAgainAndAgain()
    {
        using var stream = new MemoryStream([1, 2, 3, .. Sample.Pdf(2000)]);
        stream.Position = 3;

        var file = OkSignFile.FromStream(stream, "a.pdf");

        Assert.Equal(3, stream.Position);
        Assert.Equal(2000, file.Length);
        Assert.Equal(Sample.Pdf(2000), await ReadAsync(file));
        Assert.Equal(Sample.Pdf(2000), await ReadAsync(file));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void FromStream_SeekableAtItsEnd_IsRefused()
    {
        using var stream = new MemoryStream(Sample.Pdf());
        stream.Position = stream.Length;

        Assert.Throws<ArgumentException>(() => OkSignFile.FromStream(stream, "a.pdf"));
    }

    [Fact]
    public void FromStream_SeekableWithItsLength_IsTaken()
    {
        using var stream = new MemoryStream(Sample.Pdf(300));

        Assert.Equal(300, OkSignFile.FromStream(stream, "a.pdf", 300).Length);
    }

    [Theory]
    [InlineData(299)]
    [InlineData(301)]
    public void FromStream_SeekableWithAnotherLength_IsRefused(long length)
    {
        using var stream = new MemoryStream(Sample.Pdf(300));

        Assert.Throws<ArgumentException>(nameof(length), () => OkSignFile.FromStream(stream, "a.pdf", length));
    }

    [Fact]
    public async Task FromStream_ForwardOnly_IsReadWholeAndOnce()
    {
        byte[] pdf = Sample.Pdf(5000);
        var stream = new ScriptedStream().Gives(pdf[..700]).Gives(pdf[700..1500]).Gives(pdf[1500..]);

        var file = OkSignFile.FromStream(stream, "a.pdf", 5000);

        Assert.Equal(pdf, await ReadAsync(file));
        var exception = Assert.Throws<ArgumentException>(() => file.OpenContent());
        Assert.Contains("read only once", exception.Message, StringComparison.Ordinal);
        Assert.False(stream.IsDisposed);
    }

    [Fact]
    public async Task FromStream_ForwardOnlyShorterThanItsHead_IsReadWhole()
    {
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf(50)), "a.pdf", 50);

        Assert.Equal(Sample.Pdf(50), await ReadAsync(file));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1L)]
    public void FromStream_ForwardOnlyWithoutLength_IsRefusedUnread(long? length)
    {
        ScriptedStream stream = new ScriptedStream().Gives(Sample.Pdf());

        Assert.Throws<ArgumentException>(nameof(length), () => OkSignFile.FromStream(stream, "a.pdf", length));
        Assert.Empty(stream.Wanted);
    }

    [Fact]
    public void FromStream_BadName_IsRefusedUnread()
    {
        ScriptedStream stream = new ScriptedStream().Gives(Sample.Pdf());

        Assert.Throws<ArgumentException>("name", () => OkSignFile.FromStream(stream, "x/y.pdf", 200));
        Assert.Empty(stream.Wanted);
    }

    [Fact]
    public async Task FromStreamAsync_ForwardOnlyThatMayNotBlock_IsReadWholeAndOnce()
    {
        byte[] pdf = Sample.Pdf(5000);
        await using var stream = new AsyncOnlyStream(pdf, canSeek: false);

        OkSignFile file = await OkSignFile.FromStreamAsync(stream, "a.pdf", 5000, Cancel);

        Assert.Equal(("a.pdf", 5000, "application/pdf"), (file.Name, file.Length, file.MediaType));
        Assert.Equal(pdf, await ReadAsync(file));
        Assert.Throws<ArgumentException>(() => file.OpenContent());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task FromStreamAsync_SeekableThatMayNotBlock_IsReadFromItsPositionAgainAndAgain()
    {
        await using var stream = new AsyncOnlyStream([1, 2, 3, .. Sample.Pdf(5000)], canSeek: true);
        stream.Position = 3;

        OkSignFile file = await OkSignFile.FromStreamAsync(stream, "a.pdf", cancellationToken: Cancel);

        Assert.Equal(3, stream.Position);
        Assert.Equal(Sample.Pdf(5000), await ReadAsync(file));
        Assert.Equal(Sample.Pdf(5000), await ReadAsync(file));
    }

    [Fact]
    public async Task FromStreamAsync_HeadInPieces_IsReadWhole()
    {
        byte[] pdf = Sample.Pdf(3000);
        var stream = new ScriptedStream().Gives(pdf[..2]).Gives(pdf[2..700]).Gives(pdf[700..]);

        OkSignFile file = await OkSignFile.FromStreamAsync(stream, "a.pdf", 3000, Cancel);

        Assert.Equal(pdf, await ReadAsync(file));
    }

    [Fact]
    public async Task FromStreamAsync_StreamThatMayNotBlock_NeedsIt()
    {
        await using var stream = new AsyncOnlyStream(Sample.Pdf(), canSeek: true);

        Assert.Throws<NotSupportedException>(() => OkSignFile.FromStream(stream, "a.pdf"));
    }

    [Fact]
    public async Task FromStreamAsync_Cancelled_IsACancellation()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<OkSignFile> reading = OkSignFile.FromStreamAsync(new ScriptedStream().FallsSilent(), "a.pdf", 200, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1L)]
    public async Task FromStreamAsync_ForwardOnlyWithoutLength_IsRefusedUnread(long? length)
    {
        ScriptedStream stream = new ScriptedStream().Gives(Sample.Pdf());

        await Assert.ThrowsAsync<ArgumentException>(nameof(length), () => OkSignFile.FromStreamAsync(stream, "a.pdf", length, Cancel));
        Assert.Empty(stream.Wanted);
    }

    [Fact]
    public async Task FromStreamAsync_ContentOfNoDocument_IsAFileByItsName()
    {
        OkSignFile file = await OkSignFile.FromStreamAsync(new ScriptedStream().Gives(1, 2, 3), "Fotó.png", 3, Cancel);

        Assert.Equal(("Fotó.png", "Foto.png", "image/png", 3), (file.Name, file.AsciiName, file.MediaType, file.Length));
        Assert.Equal([1, 2, 3], await ReadAsync(file));
    }

    [Theory]
    [InlineData("sheet.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("sheet.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("sheet.zip", "application/zip")]
    [InlineData("sheet.bin", "application/octet-stream")]
    [InlineData("sheet", "application/octet-stream")]
    public void MediaType_OfAZipContainer_GoesByTheName(string name, string expected)
    {
        var file = OkSignFile.FromBytes(Sample.Docx(), name);

        Assert.Equal((expected, name), (file.MediaType, file.AsciiName));
    }

    [Fact]
    public void MediaType_OfAPdfWithoutExtension_GoesByTheContent()
    {
        var file = OkSignFile.FromBytes(Sample.Pdf(), "contract");

        Assert.Equal(("application/pdf", "contract.pdf"), (file.MediaType, file.AsciiName));
    }

    [Fact]
    public async Task FromStreamAsync_Empty_IsRefused()
        => await Assert.ThrowsAsync<ArgumentException>(() => OkSignFile.FromStreamAsync(new ScriptedStream(), "a.pdf", 0, Cancel));

    [Fact]
    public async Task FromStreamAsync_NullOrBadName_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("content", () => OkSignFile.FromStreamAsync(null!, "a.pdf", cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("name", () => OkSignFile.FromStreamAsync(Stream.Null, "x/y.pdf", cancellationToken: Cancel));
    }

    [Fact]
    public void OpenContent_SeekableStreamInUse_IsRefusedUntilItIsDisposed()
    {
        using var stream = new MemoryStream(Sample.Pdf());
        var file = OkSignFile.FromStream(stream, "a.pdf");
        FileContent inUse = file.OpenContent();

        var exception = Assert.Throws<ArgumentException>(() => file.OpenContent());
        inUse.Dispose();

        Assert.Contains("another upload is reading", exception.Message, StringComparison.Ordinal);
        file.OpenContent().Dispose();
    }

    [Fact]
    public void OpenContent_BytesInUse_IsGivenAgain()
    {
        OkSignFile file = Sample.File();
        using FileContent inUse = file.OpenContent();
        using FileContent another = file.OpenContent();

        Assert.NotSame(inUse, another);
    }

    [Fact]
    public async Task ReadPageSizes_PathAndBytes_AreReadAndStillUploaded()
    {
        using var folder = new TempFolder();
        byte[] pdf = TwoPages();

        foreach (OkSignFile file in (OkSignFile[])[OkSignFile.FromPath(folder.Write("a.pdf", pdf)), OkSignFile.FromBytes(pdf, "a.pdf")])
        {
            Assert.Equal([PageSize.A4, PageSize.A4], await file.ReadPageSizesAsync(Cancel));
            Assert.Equal(pdf, await ReadAsync(file));
        }
    }

    [Fact]
    public async Task ReadPageSizes_SeekableStreamFromAPosition_IsRewoundAndStillUploaded()
    {
        await using var stream = new AsyncOnlyStream([1, 2, 3, .. TwoPages()], canSeek: true);
        stream.Position = 3;
        OkSignFile file = await OkSignFile.FromStreamAsync(stream, "a.pdf", cancellationToken: Cancel);

        Assert.Equal([PageSize.A4, PageSize.A4], await file.ReadPageSizesAsync(Cancel));

        Assert.Equal(3, stream.Position);
        Assert.Equal([PageSize.A4, PageSize.A4], await file.ReadPageSizesAsync(Cancel));
        Assert.Equal(TwoPages(), await ReadAsync(file));
    }

    [Fact]
    public async Task ReadPageSizes_ForwardOnlyStream_IsUnknownAndConsumesNothing()
    {
        byte[] pdf = TwoPages();
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(pdf), "a.pdf", pdf.Length);

        Assert.Null(await file.ReadPageSizesAsync(Cancel));

        Assert.Equal(pdf, await ReadAsync(file));
    }

    [Fact]
    public async Task ReadPageSizes_WordDocument_IsUnknown()
        => Assert.Null(await OkSignFile.FromBytes(Sample.Docx(), "a.docx").ReadPageSizesAsync(Cancel));

    [Fact]
    public async Task ReadPageSizes_WhileAnUploadReadsTheStream_IsRefusedUntilItIsDone()
    {
        using var stream = new MemoryStream(TwoPages());
        var file = OkSignFile.FromStream(stream, "a.pdf");
        FileContent upload = file.OpenContent();

        await Assert.ThrowsAsync<ArgumentException>(() => file.ReadPageSizesAsync(Cancel));
        upload.Dispose();

        Assert.NotNull(await file.ReadPageSizesAsync(Cancel));
    }

    [Fact]
    public async Task ReadPageSizes_Cancelled_GivesTheStreamBack()
    {
        using var stream = new MemoryStream(TwoPages());
        var file = OkSignFile.FromStream(stream, "a.pdf");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.ReadPageSizesAsync(new CancellationToken(canceled: true)));

        Assert.Equal(TwoPages(), await ReadAsync(file));
    }

    [Fact]
    public async Task ReadPageSizes_FileThatIsGone_Throws()
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", TwoPages());
        var file = OkSignFile.FromPath(path);
        File.Delete(path);

        await Assert.ThrowsAsync<FileNotFoundException>(() => file.ReadPageSizesAsync(Cancel));
    }

    [Fact]
    public void FromStream_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => OkSignFile.FromStream(null!, "a.pdf"));

    [Fact]
    public void ToString_Always_IsTheName() => Assert.Equal("contract.pdf", Sample.File().ToString());

    private static byte[] TwoPages() => PdfText.Of(PdfText.A4Page, PdfText.A4Page).Table().ToBytes();

    private static async Task<byte[]> ReadAsync(OkSignFile file)
    {
        using var copy = new MemoryStream();
        using FileContent content = file.OpenContent();
        await content.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }
}

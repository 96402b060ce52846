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
        Assert.True(file.CanBeRead);
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
        Assert.True(file.CanBeRead);
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

        Assert.True(file.CanBeRead);
        Assert.Equal(pdf, await ReadAsync(file));
        Assert.False(file.CanBeRead);
        Assert.Throws<InvalidOperationException>(file.Open);
        Assert.False(stream.IsDisposed);
    }

    [Fact]
    public async Task FromStream_ForwardOnlyShorterThanItsHead_IsReadWhole()
    {
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf(50)), "a.pdf", 50);

        Assert.Equal(Sample.Pdf(50), await ReadAsync(file));
    }

    [Fact]
    public void FromStream_ForwardOnlyReadWithoutAsync_IsWhole()
    {
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf(3000)), "a.pdf", 3000);

        using Stream content = file.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);

        Assert.Equal(Sample.Pdf(3000), copy.ToArray());
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
    public void FromStream_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => OkSignFile.FromStream(null!, "a.pdf"));

    [Fact]
    public void Close_FileFromPath_ClosesIt()
    {
        using var folder = new TempFolder();
        var file = OkSignFile.FromPath(folder.Write("a.pdf", Sample.Pdf()));
        Stream stream = file.Open();

        file.Close(stream);

        Assert.False(stream.CanRead);
    }

    [Fact]
    public void Close_StreamOfTheUser_LeavesItOpen()
    {
        using var stream = new MemoryStream(Sample.Pdf());
        var file = OkSignFile.FromStream(stream, "a.pdf");

        file.Close(file.Open());

        Assert.True(stream.CanRead);
    }

    [Fact]
    public void ToString_Always_IsTheName() => Assert.Equal("contract.pdf", Sample.File().ToString());

    private static async Task<byte[]> ReadAsync(OkSignFile file)
    {
        using var copy = new MemoryStream();
        Stream content = file.Open();
        await content.CopyToAsync(copy, Cancel);
        file.Close(content);
        return copy.ToArray();
    }
}

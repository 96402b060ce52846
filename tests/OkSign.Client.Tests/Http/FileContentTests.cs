namespace OkSign.Client.Tests;

public class FileContentTests
{
    private const int ChunkSize = 64 * 1024;

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Headers_Always_TellTypeAndExactLength()
    {
        using FileContent content = Sample.File(1234).OpenContent();

        Assert.Equal("application/pdf", content.Headers.ContentType!.ToString());
        Assert.Equal(1234, content.Headers.ContentLength);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(ChunkSize - 1)]
    [InlineData(ChunkSize)]
    [InlineData(ChunkSize + 1)]
    [InlineData((3 * ChunkSize) + 7)]
    public async Task CopyTo_SourceOfAnyLength_SendsItWhole(int length)
    {
        using FileContent content = Sample.File(length).OpenContent();
        using var sent = new MemoryStream();

        await content.CopyToAsync(sent, Cancel);

        Assert.Equal(Sample.Pdf(length), sent.ToArray());
    }

    [Fact]
    public async Task CopyTo_WithoutToken_SendsItWholeToo()
    {
        using FileContent content = Sample.File(300).OpenContent();

        // The overload without a token is another path through HttpContent.
#pragma warning disable xUnit1051
        Assert.Equal(Sample.Pdf(300), await content.ReadAsByteArrayAsync());
#pragma warning restore xUnit1051
    }

    [Fact]
    public async Task CopyTo_LongSource_GoesInChunks()
    {
        using FileContent content = Sample.File((2 * ChunkSize) + 10).OpenContent();
        using var sent = new RecordingStream();

        await content.CopyToAsync(sent, Cancel);

        Assert.Equal([ChunkSize, ChunkSize, 10], sent.Written);
    }

    [Fact]
    public async Task CopyTo_SourceInPieces_SendsEachAsItComes()
    {
        byte[] pdf = Sample.Pdf(3000);
        var source = new ScriptedStream().Gives(pdf[..1024]).Gives(pdf[1024..1030]).Gives(pdf[1030..]);
        using FileContent content = OkSignFile.FromStream(source, "a.pdf", 3000).OpenContent();
        using var sent = new RecordingStream();

        await content.CopyToAsync(sent, Cancel);

        Assert.Equal([1024, 6, 1970], sent.Written);
        Assert.Equal(pdf, sent.ToArray());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(ChunkSize)]
    [InlineData((2 * ChunkSize) + 1)]
    public async Task CopyTo_SourceLongerThanAnnounced_ThrowsBeforeTheLastChunk(int announced)
    {
        byte[] pdf = Sample.Pdf(announced + 1);
        var source = new ScriptedStream().Gives(pdf);
        using FileContent content = OkSignFile.FromStream(source, "a.pdf", announced).OpenContent();
        using var sent = new MemoryStream();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(sent, Cancel));

        Assert.IsType<IOException>(exception.GetBaseException());
        Assert.InRange(sent.Length, 0, announced - 1);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(ChunkSize + 101)]
    public async Task CopyTo_SourceShorterThanAnnounced_ThrowsBeforeTheLastChunk(int announced)
    {
        byte[] pdf = Sample.Pdf(100);
        var source = new ScriptedStream().Gives(pdf);
        using FileContent content = OkSignFile.FromStream(source, "a.pdf", announced).OpenContent();
        using var sent = new MemoryStream();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(sent, Cancel));

        Assert.IsType<IOException>(exception.GetBaseException());
        Assert.InRange(sent.Length, 0, announced - 1);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task CopyTo_FileThatChangedItsLength_Throws(int change)
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", Sample.Pdf(1000));
        var file = OkSignFile.FromPath(path);
        folder.Write("a.pdf", Sample.Pdf(1000 + change));
        using FileContent content = file.OpenContent();
        using var sent = new MemoryStream();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(sent, Cancel));

        Assert.Contains("1000 bytes", exception.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_FileFromPath_ClosesIt()
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", Sample.Pdf());
        FileContent content = OkSignFile.FromPath(path).OpenContent();
        await content.CopyToAsync(Stream.Null, Cancel);

        content.Dispose();

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }

    [Fact]
    public async Task Dispose_FileFromPathThatFailed_ClosesItToo()
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", Sample.Pdf(1000));
        var file = OkSignFile.FromPath(path);
        folder.Write("a.pdf", Sample.Pdf(1001));
        FileContent content = file.OpenContent();
        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(Stream.Null, Cancel));

        content.Dispose();

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }

    [Fact]
    public async Task Dispose_StreamOfTheUser_LeavesItOpen()
    {
        var source = new ScriptedStream().Gives(Sample.Pdf());
        FileContent content = OkSignFile.FromStream(source, "a.pdf", 200).OpenContent();
        await content.CopyToAsync(Stream.Null, Cancel);

        content.Dispose();

        Assert.False(source.IsDisposed);
    }

    [Fact]
    public void Dispose_Twice_DoesNotEndTheNextUploadsClaim()
    {
        using var source = new MemoryStream(Sample.Pdf());
        var file = OkSignFile.FromStream(source, "a.pdf");
        FileContent first = file.OpenContent();
        first.Dispose();
        using FileContent second = file.OpenContent();

        first.Dispose();

        Assert.Throws<ArgumentException>(() => file.OpenContent());
    }

    [Fact]
    public async Task CopyTo_SeekableStreamTwice_SendsTheSameTwice()
    {
        using var source = new MemoryStream([9, 9, .. Sample.Pdf(5000)]);
        source.Position = 2;
        var file = OkSignFile.FromStream(source, "a.pdf");
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        using (FileContent content = file.OpenContent())
        {
            await content.CopyToAsync(first, Cancel);
        }

        using (FileContent again = file.OpenContent())
        {
            await again.CopyToAsync(second, Cancel);
        }

        Assert.Equal(Sample.Pdf(5000), first.ToArray());
        Assert.Equal(Sample.Pdf(5000), second.ToArray());
    }

    [Fact]
    public async Task CopyTo_SourceThatBreaks_Throws()
    {
        byte[] pdf = Sample.Pdf(5000);
        var source = new ScriptedStream().Gives(pdf[..2000]).Breaks(new IOException("disk"));
        using FileContent content = OkSignFile.FromStream(source, "a.pdf", 5000).OpenContent();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(Stream.Null, Cancel));

        Assert.Equal("disk", exception.GetBaseException().Message);
    }

    [Fact]
    public async Task CopyTo_Cancelled_Stops()
    {
        byte[] pdf = Sample.Pdf(5000);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using FileContent content = OkSignFile.FromStream(new ScriptedStream().Gives(pdf[..2000]).FallsSilent(), "a.pdf", 5000).OpenContent();
        Task copying = content.CopyToAsync(Stream.Null, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);
    }

    [Fact]
    public async Task Progress_AllWentOut_LeavesTheTimeOfAnAnswer()
    {
        using AttemptLimit limit = Limit();
        using FileContent content = Sample.File((2 * ChunkSize) + 10).OpenContent();
        content.BeginAttempt(limit);

        await content.CopyToAsync(Stream.Null, Cancel);

        _clock.Advance(TimeSpan.FromSeconds(99));
        Assert.False(limit.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limit.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Progress_SourceOfAnotherLength_NeverTellsTheEnd()
    {
        using AttemptLimit limit = Limit();
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf(ChunkSize + 20)), "a.pdf", ChunkSize + 10);
        using FileContent content = file.OpenContent();
        content.BeginAttempt(limit);

        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(Stream.Null, Cancel));

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(limit.Token.IsCancellationRequested);
    }

    private AttemptLimit Limit() => new(new Timeouts(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(30), _clock), hasBody: true, Cancel);

    private sealed class RecordingStream : MemoryStream
    {
        public List<int> Written { get; } = [];

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written.Add(buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}

namespace OkSign.Client.Tests;

public sealed class PdfDownloadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SaveAs_NewFile_HasTheContentAndNothingBesides()
    {
        using var download = new PdfDownload(new MemoryStream(Sample.Pdf(200_000)), 200_000);

        await download.SaveAsAsync(_folder.PathOf("a.pdf"), Cancel);

        Assert.Equal(Sample.Pdf(200_000), await File.ReadAllBytesAsync(_folder.PathOf("a.pdf"), Cancel));
        Assert.Equal(["a.pdf"], _folder.Files);
        Assert.Equal(200_000, download.Length);
    }

    [Fact]
    public async Task SaveAs_ExistingFile_IsReplaced()
    {
        _folder.Write("a.pdf", Sample.Pdf(5000));
        using var download = new PdfDownload(new MemoryStream(Sample.Pdf(100)));

        await download.SaveAsAsync(_folder.PathOf("a.pdf"), Cancel);

        Assert.Equal(Sample.Pdf(100), await File.ReadAllBytesAsync(_folder.PathOf("a.pdf"), Cancel));
        Assert.Equal(["a.pdf"], _folder.Files);
        Assert.Null(download.Length);
    }

    [Fact]
    public async Task SaveAs_TransferThatBreaks_LeavesNothing()
    {
        using var download = new PdfDownload(new ScriptedStream().Gives(Sample.Pdf()).Breaks(new IOException("reset")));

        await Assert.ThrowsAsync<IOException>(() => download.SaveAsAsync(_folder.PathOf("a.pdf"), Cancel));

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task SaveAs_TransferThatBreaks_LeavesTheExistingFile()
    {
        _folder.Write("a.pdf", Sample.Pdf(100));
        using var download = new PdfDownload(new ScriptedStream().Gives(Sample.Pdf(5000)).Breaks(new IOException("reset")));

        await Assert.ThrowsAsync<IOException>(() => download.SaveAsAsync(_folder.PathOf("a.pdf"), Cancel));

        Assert.Equal(Sample.Pdf(100), await File.ReadAllBytesAsync(_folder.PathOf("a.pdf"), Cancel));
        Assert.Equal(["a.pdf"], _folder.Files);
    }

    [Fact]
    public async Task SaveAs_PdfWithoutEnd_LeavesNothing()
    {
        using var network = new StubNetwork().Answers(Sample.PdfWithoutEnd(5000));
        using OkSignClient client = TestClient.Over(network);
        await using PdfDownload download = await client.Documents.RetrieveAsync(Sample.SignedId, Cancel);

        await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => download.SaveAsAsync(_folder.PathOf("a.pdf"), Cancel));

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task SaveAs_Cancelled_LeavesNothing()
    {
        using var download = new PdfDownload(new ScriptedStream().Gives(Sample.Pdf()).FallsSilent());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task saving = download.SaveAsAsync(_folder.PathOf("a.pdf"), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task SaveAs_WhileItComes_TheNameIsNotThere()
    {
        using var download = new PdfDownload(new ScriptedStream().Gives(Sample.Pdf()).FallsSilent());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task saving = download.SaveAsAsync(_folder.PathOf("a.pdf"), stop.Token);

        Assert.EndsWith(".part", Assert.Single(_folder.Files), StringComparison.Ordinal);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
    }

    [Fact]
    public async Task SaveAs_FolderThatIsMissing_Throws()
    {
        using var download = new PdfDownload(new MemoryStream(Sample.Pdf()));

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => download.SaveAsAsync(_folder.PathOf("none/a.pdf"), Cancel));
    }

    [Fact]
    public async Task SaveAs_PathOfAFolder_ThrowsAndLeavesNothing()
    {
        Directory.CreateDirectory(_folder.PathOf("sub"));
        using var download = new PdfDownload(new MemoryStream(Sample.Pdf()));

        await Assert.ThrowsAnyAsync<Exception>(() => download.SaveAsAsync(_folder.PathOf("sub"), Cancel));

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task SaveAs_Null_IsRefused()
    {
        using var download = new PdfDownload(new MemoryStream());

        await Assert.ThrowsAsync<ArgumentNullException>("path", () => download.SaveAsAsync(null!, Cancel));
    }

    [Fact]
    public async Task CopyTo_Destination_StaysOpen()
    {
        using var download = new PdfDownload(new MemoryStream(Sample.Pdf()));
        using var target = new MemoryStream();

        await download.CopyToAsync(target, Cancel);

        Assert.Equal(Sample.Pdf(), target.ToArray());
        Assert.True(target.CanWrite);
        await Assert.ThrowsAsync<ArgumentNullException>("destination", () => download.CopyToAsync(null!, Cancel));
    }

    [Fact]
    public void Constructor_NoContent_IsRefused() => Assert.Throws<ArgumentNullException>("content", () => new PdfDownload(null!));

    [Fact]
    public async Task Dispose_Always_DisposesTheContent()
    {
        var first = new ScriptedStream();
        var second = new ScriptedStream();

        new PdfDownload(first).Dispose();
        await new PdfDownload(second).DisposeAsync();

        Assert.True(first.IsDisposed);
        Assert.True(second.IsDisposed);
    }
}

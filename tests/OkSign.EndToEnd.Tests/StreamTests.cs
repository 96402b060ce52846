using System.IO.Pipelines;
using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>Documents from and to streams, over a real connection.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Upload_OfAStreamThatCannotSeek_SendsAllOfIt()
    {
        await using Service service = await Service.StartAsync();
        byte[] pdf = Pdf.OfSize(300_000);
        await using Stream forwardOnly = PipeReader.Create(new MemoryStream(pdf)).AsStream();

        SourceDocumentId source = await service.Client.Documents.UploadAsync(
            OkSignFile.FromStream(forwardOnly, "a.pdf", pdf.Length),
            TestContext.Current.CancellationToken);

        Assert.Equal(pdf, await DownloadAsync(service.Client, source));
    }

    [Fact]
    public async Task Upload_OfAStreamFromItsMiddle_SendsTheRestAndLeavesItOpen()
    {
        await using Service service = await Service.StartAsync();
        byte[] pdf = Pdf.WithPages("Behind a prefix");
        using var stream = new MemoryStream([1, 2, 3, .. pdf]) { Position = 3 };
        var file = OkSignFile.FromStream(stream, "a.pdf");

        SourceDocumentId first = await service.Client.Documents.UploadAsync(file, TestContext.Current.CancellationToken);
        SourceDocumentId second = await service.Client.Documents.UploadAsync(file, TestContext.Current.CancellationToken);

        Assert.True(stream.CanRead);
        Assert.Equal(pdf, await DownloadAsync(service.Client, first));
        Assert.Equal(pdf, await DownloadAsync(service.Client, second));
    }

    [Fact]
    public async Task Upload_OfAForwardOnlyStreamTwice_IsRefusedTheSecondTime()
    {
        await using Service service = await Service.StartAsync();
        byte[] pdf = Pdf.WithPages("Once");
        var file = OkSignFile.FromStream(PipeReader.Create(new MemoryStream(pdf)).AsStream(), "a.pdf", pdf.Length);
        await service.Client.Documents.UploadAsync(file, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ArgumentException>(() => service.Client.Documents.UploadAsync(file, TestContext.Current.CancellationToken));

        Assert.Single(service.Emulator.Requests);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(+1)]
    public async Task Upload_OfAStreamOfAnotherLengthThanAnnounced_LeavesNoDocument(int difference)
    {
        await using Service service = await Service.StartAsync();
        byte[] pdf = Pdf.OfSize(300_000);
        var file = OkSignFile.FromStream(PipeReader.Create(new MemoryStream(pdf)).AsStream(), "a.pdf", pdf.Length + difference);

        await Assert.ThrowsAsync<OkSignTransportException>(() => service.Client.Documents.UploadAsync(file, TestContext.Current.CancellationToken));

        Assert.Empty(await service.Client.Documents.ListActiveAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Upload_Cancelled_EndsAndLeavesNoDocument()
    {
        await using Service service = await Service.StartAsync();
        using var cancel = new CancellationTokenSource();
        byte[] pdf = Pdf.OfSize(300_000);
        await using var stream = new CancellingStream(pdf, cancel);
        var file = OkSignFile.FromStream(stream, "a.pdf", pdf.Length);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.Client.Documents.UploadAsync(file, cancel.Token));

        Assert.Empty(await service.Client.Documents.ListActiveAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<byte[]> DownloadAsync(OkSignClient client, SourceDocumentId document)
    {
        await using PdfDownload download = await client.Documents.RetrieveAsync(document, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    /// <summary>Gives half of its content, then has the call cancelled.</summary>
    private sealed class CancellingStream(byte[] content, CancellationTokenSource cancel) : MemoryStream(content, 0, content.Length / 2)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                await cancel.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }

            return read;
        }
    }
}

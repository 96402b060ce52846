using System.Net;

namespace OkSign.Client.Tests;

/// <summary>What an upload does to the file, and to the stream that it comes from.</summary>
public sealed class UploadTests : IDisposable
{
    private const int Length = 150_000;

    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public UploadTests() => _client = TestClient.Over(_network);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Uploaded => Sample.Ok($"\"{Sample.SourceIdText}\"");

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Upload_SeekableStreamInUse_IsRefusedAndTheFirstArrivesWhole()
    {
        _network.Answers(Uploaded);
        using var stream = new GatedStream(Sample.Pdf(Length));
        var file = OkSignFile.FromStream(stream, "a.pdf");
        Task<SourceDocumentId> first = _client.Documents.UploadAsync(file, Cancel);
        Assert.False(first.IsCompleted);

        Task<SourceDocumentId> second = _client.Documents.UploadAsync(file, Cancel);
        Assert.True(second.IsFaulted);
        stream.Open();
        await first;

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => second);
        Assert.Contains("another upload", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Sample.Pdf(Length), Assert.Single(_network.Requests).Body);
    }

    [Fact]
    public async Task Upload_SeekableStreamAfterAnUpload_IsSentAgain()
    {
        _network.Answers(Uploaded).Answers(Uploaded);
        using var stream = new MemoryStream([9, 9, .. Sample.Pdf(Length)]);
        stream.Position = 2;
        var file = OkSignFile.FromStream(stream, "a.pdf");

        await _client.Documents.UploadAsync(file, Cancel);
        await _client.Documents.UploadAsync(file, Cancel);

        Assert.Equal(2, _network.Requests.Count);
        Assert.All(_network.Requests, static request => Assert.Equal(Sample.Pdf(Length), request.Body));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Upload_SeekableStreamAfterAFailure_IsSentAgain()
    {
        _network.Fails(new HttpRequestException("broken")).Answers(HttpStatusCode.ServiceUnavailable).Answers(Sample.Failed("\"no\"")).Answers(Uploaded);
        using var stream = new MemoryStream(Sample.Pdf(Length));
        var file = OkSignFile.FromStream(stream, "a.pdf");

        await Assert.ThrowsAsync<OkSignTransportException>(() => _client.Documents.UploadAsync(file, Cancel));
        await Assert.ThrowsAsync<OkSignTransportException>(() => _client.Documents.UploadAsync(file, Cancel));
        await Assert.ThrowsAsync<OkSignRejectedException>(() => _client.Documents.UploadAsync(file, Cancel));
        await _client.Documents.UploadAsync(file, Cancel);

        Assert.Equal(Sample.Pdf(Length), _network.Requests[3].Body);
    }

    [Fact]
    public async Task Upload_SeekableStreamAfterACancellation_IsSentAgain()
    {
        _network.Answers(Uploaded);
        using var stream = new GatedStream(Sample.Pdf(Length));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var file = OkSignFile.FromStream(stream, "a.pdf");
        Task<SourceDocumentId> cancelled = _client.Documents.UploadAsync(file, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        stream.Open();
        await _client.Documents.UploadAsync(file, Cancel);

        Assert.Equal(Sample.Pdf(Length), Assert.Single(_network.Requests).Body);
    }

    [Fact]
    public async Task Upload_ForwardOnlyStreamAfterAFailure_IsRefused()
    {
        _network.Fails(new HttpRequestException("broken"));
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf()), "a.pdf", 200);
        await Assert.ThrowsAsync<OkSignTransportException>(() => _client.Documents.UploadAsync(file, Cancel));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => _client.Documents.UploadAsync(file, Cancel));

        Assert.Contains("read only once", exception.Message, StringComparison.Ordinal);
        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Upload_BytesTwiceAtOnce_SendsBothWhole()
    {
        _network.Answers(Uploaded).Answers(Uploaded);
        OkSignFile file = Sample.File(Length);

        await Task.WhenAll(_client.Documents.UploadAsync(file, Cancel), _client.Documents.UploadAsync(file, Cancel));

        Assert.All(_network.Requests, static request => Assert.Equal(Sample.Pdf(Length), request.Body));
    }

    [Fact]
    public async Task Upload_StreamThatWasDisposedOf_SaysSoEachTime()
    {
        var stream = new MemoryStream(Sample.Pdf());
        OkSignFile file = OkSignFile.FromStream(stream, "a.pdf");
        stream.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _client.Documents.UploadAsync(file, Cancel));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _client.Documents.UploadAsync(file, Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Upload_FileThatIsGone_SendsNothing()
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", Sample.Pdf());
        var file = OkSignFile.FromPath(path);
        File.Delete(path);

        await Assert.ThrowsAsync<FileNotFoundException>(() => _client.Documents.UploadAsync(file, Cancel));

        Assert.Empty(_network.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_FileFromPath_ClosesItAfterwards(bool isAnswered)
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pdf", Sample.Pdf());
        var file = OkSignFile.FromPath(path);

        if (isAnswered)
        {
            _network.Answers(Uploaded);
            await _client.Documents.UploadAsync(file, Cancel);
        }
        else
        {
            _network.Fails(new HttpRequestException("broken"));
            await Assert.ThrowsAsync<OkSignTransportException>(() => _client.Documents.UploadAsync(file, Cancel));
        }

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }
}

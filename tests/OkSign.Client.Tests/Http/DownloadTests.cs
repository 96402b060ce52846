using System.Net;
using System.Text;

namespace OkSign.Client.Tests;

public sealed class DownloadTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData(20)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(200_000)]
    public async Task Retrieve_Pdf_GivesItWhole(int length)
    {
        _network.Answers(Sample.Pdf(length), mediaType: "application/pdf");

        await using PdfDownload download = await RetrieveAsync();

        Assert.Equal(length, download.Length);
        Assert.Equal(Sample.Pdf(length), await ReadAsync(download));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task Retrieve_PdfOfAnotherMediaType_GivesIt(string mediaType)
    {
        _network.Answers(Sample.Pdf(), mediaType: mediaType);

        await using PdfDownload download = await RetrieveAsync();

        Assert.Equal(Sample.Pdf(), await ReadAsync(download));
    }

    [Fact]
    public async Task Retrieve_PdfOfUnknownLength_HasNone()
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf(3000)));

        await using PdfDownload download = await RetrieveAsync();

        Assert.Null(download.Length);
        Assert.Equal(Sample.Pdf(3000), await ReadAsync(download));
    }

    [Fact]
    public async Task Retrieve_PdfInPieces_GivesItWhole()
    {
        byte[] pdf = Sample.Pdf(5000);
        _network.Answers(new ScriptedStream().Gives(pdf[..3]).Gives(pdf[3..1500]).Gives(pdf[1500..4997]).Gives(pdf[4997..]));

        await using PdfDownload download = await RetrieveAsync();

        Assert.Equal(pdf, await ReadAsync(download));
    }

    [Fact]
    public async Task Retrieve_Pdf_ReadsNoMoreThanItsHeadBeforehand()
    {
        var body = new ScriptedStream().Gives(Sample.Pdf(100_000));
        _network.Answers(body);

        await using PdfDownload download = await RetrieveAsync();

        Assert.InRange(body.Wanted.Sum(), 1024, 8192);
    }

    [Fact]
    public async Task Retrieve_PdfReadWithoutAsync_IsWhole()
    {
        _network.Answers(Sample.Pdf(100_000));
        using PdfDownload download = await RetrieveAsync();
        using var copy = new MemoryStream();

        CopyAtOnce(download.Content, copy);

        Assert.Equal(Sample.Pdf(100_000), copy.ToArray());
    }

    [Theory]
    [InlineData("\"Document does not exist\"", typeof(OkSignNotFoundException))]
    [InlineData("\"Document not found\"", typeof(OkSignNotFoundException))]
    [InlineData("\"Too soon\"", typeof(OkSignTooSoonException))]
    [InlineData("\"Not authorized\"", typeof(OkSignAuthenticationException))]
    [InlineData("\"%PDF-1.7 is not supported\"", typeof(OkSignRejectedException))]
    [InlineData("\"\"", typeof(OkSignRejectedException))]
    [InlineData("[\"a\",\"b\"]", typeof(OkSignRejectedException))]
    public async Task Retrieve_FailureInsteadOfPdf_IsThatFailure(string reason, Type expected)
    {
        _network.Answers(Sample.Failed(reason));

        var exception = await Assert.ThrowsAnyAsync<OkSignException>(RetrieveAsync);

        Assert.IsType(expected, exception);
        Assert.Equal("Document.retrieve", exception.Operation);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(Sample.Failed(reason), exception.ResponseBody);
        Assert.True(_network.Responses[0].IsDisposed);
    }

    [Fact]
    public async Task Retrieve_LongFailureInPieces_IsThatFailure()
    {
        byte[] body = Encoding.UTF8.GetBytes(Sample.Failed($"[\"{new string('x', 3000)}\",\"last\"]"));
        _network.Answers(new ScriptedStream().Gives(body[..1500]).Gives(body[1500..]));

        var exception = await Assert.ThrowsAsync<OkSignRejectedException>(RetrieveAsync);

        Assert.Equal("last", exception.Reasons[1]);
        Assert.Equal(2048, exception.Reasons[0].Length);
    }

    [Theory]
    [InlineData("""{"status":"OK","reason":"fine"}""", "an OK came instead of a PDF")]
    [InlineData("<html><body>Log in</body></html>", "not the service's JSON")]
    [InlineData("<html><body>No %PDF-1.7 for you</body></html>", "not the service's JSON")]
    [InlineData("""{"status":"OK","reason":"%PDF-1.7"}""", "an OK came instead of a PDF")]
    [InlineData("\uFEFF{\"status\":\"OK\",\"reason\":\"%PDF-1.7\"}", "an OK came instead of a PDF")]
    [InlineData("", "not the service's JSON")]
    [InlineData("{\"status\":\"FAI", "not the service's JSON")]
    [InlineData("{}", "no status")]
    [InlineData("%PDX-1.7 nearly", "not the service's JSON")]
    public async Task Retrieve_NeitherPdfNorFailure_IsUnexpectedContent(string body, string message)
    {
        _network.Answers(body);

        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(RetrieveAsync);

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(body, exception.ResponseBody);
        Assert.True(_network.Responses[0].IsDisposed);
    }

    [Theory]
    [InlineData(401, typeof(OkSignAuthenticationException))]
    [InlineData(404, typeof(OkSignUnexpectedContentException))]
    [InlineData(302, typeof(OkSignUnexpectedContentException))]
    [InlineData(501, typeof(OkSignTransportException))]
    public async Task Retrieve_PdfWithAStatusOfFailure_IsAFailure(int status, Type expected)
    {
        _network.Answers(Sample.Pdf(), (HttpStatusCode)status);

        Assert.IsType(expected, await Assert.ThrowsAnyAsync<OkSignException>(RetrieveAsync));
        Assert.True(_network.Responses[0].IsDisposed);
    }

    [Fact]
    public async Task Retrieve_EndlessAnswerThatIsNoPdf_IsReadNoFurtherThanTheLimit()
    {
        var body = new ScriptedStream();
        for (int time = 0; time < 17; time++)
        {
            body.Gives(new byte[1024 * 1024]);
        }

        _network.Answers(body.Breaks(new NotSupportedException("read too far")));

        await Assert.ThrowsAsync<OkSignUnexpectedContentException>(RetrieveAsync);
    }

    [Fact]
    public async Task Retrieve_StatusThatPasses_IsRepeated()
    {
        _network.Answers(HttpStatusCode.BadGateway).Answers(Sample.Pdf());

        await using PdfDownload download = await RetrieveAsync();

        Assert.Equal(Sample.Pdf(), await ReadAsync(download));
    }

    [Fact]
    public async Task Retrieve_ConnectionThatBreaksAtTheStart_IsTransportAfterTheRetries()
    {
        for (int attempt = 0; attempt < 4; attempt++)
        {
            _network.Answers(new ScriptedStream().Gives(Sample.Pdf()[..100]).Breaks(new IOException("reset")));
        }

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(RetrieveAsync);

        Assert.Equal((HttpStatusCode.OK, 4), (exception.StatusCode, exception.Attempts));
        Assert.All(_network.Responses, static response => Assert.True(response.IsDisposed));
    }

    [Fact]
    public async Task Retrieve_ConnectionThatBreaksAtTheStart_IsRepeated()
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf()[..100]).Breaks(new IOException("reset"))).Answers(Sample.Pdf());

        await using PdfDownload download = await RetrieveAsync();

        Assert.Equal(Sample.Pdf(), await ReadAsync(download));
    }

    [Fact]
    public async Task Retrieve_CancelledAtTheStart_DisposesTheResponse()
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf()[..100]).FallsSilent());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using OkSignClient client = TestClient.Over(_network, _clock);
        Task<PdfDownload> call = client.Documents.RetrieveAsync(Sample.SignedId, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(_network.Responses[0].IsDisposed);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task Content_PdfWithoutEnd_IsNoticedAtItsEnd(int length)
    {
        _network.Answers(Sample.PdfWithoutEnd(length));
        await using PdfDownload download = await RetrieveAsync();
        using var copy = new MemoryStream();

        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => download.CopyToAsync(copy, Cancel));

        Assert.Equal(length, copy.Length);
        Assert.Equal("Document.retrieve", exception.Operation);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
    }

    [Fact]
    public async Task Content_PdfWithoutEndReadWithoutAsync_IsNoticedAtItsEnd()
    {
        _network.Answers(Sample.PdfWithoutEnd(5000));
        using PdfDownload download = await RetrieveAsync();

        Assert.Throws<OkSignUnexpectedContentException>(() => CopyAtOnce(download.Content, Stream.Null));
    }

    [Fact]
    public async Task Content_EmptyReadInTheMiddle_IsNotTheEnd()
    {
        _network.Answers(Sample.Pdf(5000));
        await using PdfDownload download = await RetrieveAsync();

        Assert.Equal(0, await download.Content.ReadAsync(Memory<byte>.Empty, Cancel));
        Assert.Equal(0, EmptyRead(download.Content));
        Assert.Equal(Sample.Pdf(5000), await ReadAsync(download));
    }

    [Theory]
    [InlineData("io")]
    [InlineData("http")]
    public async Task Content_ConnectionThatBreaksInTheMiddle_IsTransport(string kind)
    {
        Exception cause = kind == "io" ? new IOException("reset") : new HttpRequestException(HttpRequestError.ResponseEnded, "ended");
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf(5000)[..3000]).Breaks(cause));
        await using PdfDownload download = await RetrieveAsync();

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => download.CopyToAsync(Stream.Null, Cancel));

        Assert.Same(cause, exception.InnerException);
        Assert.Equal("Document.retrieve", exception.Operation);
        Assert.True(exception.MayHaveReachedService);
    }

    [Fact]
    public async Task Content_ConnectionThatBreaksReadWithoutAsync_IsTransport()
    {
        var cause = new IOException("reset");
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf(5000)[..3000]).Breaks(cause));
        using PdfDownload download = await RetrieveAsync();

        var exception = Assert.Throws<OkSignTransportException>(() => CopyAtOnce(download.Content, Stream.Null));

        Assert.Same(cause, exception.InnerException);
        Assert.Equal(("Document.retrieve", HttpStatusCode.OK), (exception.Operation, exception.StatusCode));
    }

    [Fact]
    public async Task Content_TransferThatStandsStill_IsTransportAfterTheIdleLimit()
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf(5000)[..3000]).FallsSilent());
        await using PdfDownload download = await RetrieveAsync();
        Task copying = download.CopyToAsync(Stream.Null, Cancel);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(copying.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(copying.IsCompleted);
        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => copying);
        Assert.Contains("30 s", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(null)]
    [InlineData("io")]
    [InlineData("disposed")]
    public async Task Content_TransferThatStandsStillReadWithoutAsync_IsTransportAfterTheIdleLimit(string? whenGivenUp)
    {
        var body = new ScriptedStream().Gives(Sample.Pdf(5000)[..3000]).FallsSilent(AbortOf(whenGivenUp));
        _network.Answers(body);
        await using PdfDownload download = await RetrieveAsync();
        Task copying = Task.Run(() => CopyAtOnce(download.Content, Stream.Null), TestContext.Current.CancellationToken);
        await body.Silence.WaitAsync(TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(copying.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => copying.WaitAsync(TestContext.Current.CancellationToken));
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Contains("no byte arrived for 30 s", exception.Message, StringComparison.Ordinal);
        Assert.Equal(("Document.retrieve", true), (exception.Operation, exception.MayHaveReachedService));
    }

    [Theory]
    [InlineData("io")]
    [InlineData("http")]
    [InlineData("disposed")]
    public async Task Content_CancelledWhereTheStreamBreaks_IsACancellation(string whenGivenUp)
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf(5000)[..3000]).FallsSilent(AbortOf(whenGivenUp)));
        await using PdfDownload download = await RetrieveAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task copying = download.CopyToAsync(Stream.Null, stop.Token);

        await stop.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);
        Assert.Equal(stop.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Retrieve_CancelledAtTheStartWhereTheStreamBreaks_IsACancellation()
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf()[..100]).FallsSilent(new IOException("torn down")));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using OkSignClient client = TestClient.Over(_network, _clock);
        Task<PdfDownload> call = client.Documents.RetrieveAsync(Sample.SignedId, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Content_Cancelled_IsACancellation()
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf(5000)[..3000]).FallsSilent());
        await using PdfDownload download = await RetrieveAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task copying = download.CopyToAsync(Stream.Null, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);
    }

    [Fact]
    public async Task Content_CancellationOfSomeoneElse_IsTransport()
    {
        _network.Answers(new ScriptedStream().Gives(Sample.Pdf(5000)[..3000]).Breaks(new TaskCanceledException()));
        await using PdfDownload download = await RetrieveAsync();

        await Assert.ThrowsAsync<OkSignTransportException>(() => download.CopyToAsync(Stream.Null, Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispose_Download_DisposesTheResponse(bool isAsync)
    {
        var body = new ScriptedStream().Gives(Sample.Pdf(5000));
        _network.Answers(body);
        PdfDownload download = await RetrieveAsync();
        Assert.False(_network.Responses[0].IsDisposed);

        if (isAsync)
        {
            await download.DisposeAsync();
        }
        else
        {
            DisposeAtOnce(download);
        }

        Assert.True(_network.Responses[0].IsDisposed);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Content_Always_CanOnlyBeReadForward()
    {
        _network.Answers(Sample.Pdf());
        await using PdfDownload download = await RetrieveAsync();
        Stream content = download.Content;

        Assert.Equal((true, false, false), (content.CanRead, content.CanSeek, content.CanWrite));
        Assert.Throws<NotSupportedException>(() => content.Length);
        Assert.Throws<NotSupportedException>(() => content.Position);
        Assert.Throws<NotSupportedException>(() => content.Position = 1);
        Assert.Throws<NotSupportedException>(() => content.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => content.SetLength(0));
        Assert.Throws<NotSupportedException>(() => content.WriteByte(0));
        content.Flush();
    }

    [Fact]
    public async Task RetrieveAuditTrail_Pdf_GivesItWhole()
    {
        _network.Answers(Sample.Pdf());
        using OkSignClient client = TestClient.Over(_network, _clock);

        await using PdfDownload download = await client.AuditTrail.RetrieveAsync(Sample.SignedId, Cancel);

        Assert.Equal(Sample.Pdf(), await ReadAsync(download));
        Assert.Equal(Sample.SignedIdText, _network.Requests[0].Headers["x-oksign-docid"]);
    }

    private static Exception? AbortOf(string? kind)
        => kind switch
        {
            "io" => new IOException("torn down"),
            "http" => new HttpRequestException("torn down"),
            "disposed" => new ObjectDisposedException("body"),
            _ => null,
        };

    private static async Task<byte[]> ReadAsync(PdfDownload download)
    {
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }

    private static void CopyAtOnce(Stream source, Stream target) => source.CopyTo(target);

    private static int EmptyRead(Stream source) => source.Read([], 0, 0);

    private static void DisposeAtOnce(PdfDownload download) => download.Dispose();

    private async Task<PdfDownload> RetrieveAsync()
    {
        using OkSignClient client = TestClient.Over(_network, _clock);
        return await _clock.RunAsync(client.Documents.RetrieveAsync(Sample.SignedId, Cancel));
    }
}

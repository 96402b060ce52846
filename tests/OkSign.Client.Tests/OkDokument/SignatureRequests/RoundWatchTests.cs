using System.Net;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument.SignatureRequests;

public sealed class RoundWatchTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();
    private readonly OkDokumentClient _client;
    private readonly RecordedProgress _progress = new();

    public RoundWatchTests() => _client = TestOkDokument.Over(_network, _clock, static options => options.Retry.MaxRetries = 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Theory]
    [InlineData("signed", true, false, false)]
    [InlineData("canceled", false, true, false)]
    [InlineData("ErrorSendInfo", false, false, true)]
    public async Task Wait_DocumentThatIsDone_ReturnsAtOnce(string state, bool isSigned, bool isCanceled, bool isUncertain)
    {
        _network.Answers(Dokument.Info(state));

        FinishedRound round = await _client.WaitUntilFinishedAsync(Dokument.DocumentId, cancellationToken: Cancel);

        Assert.Equal((Dokument.DocumentId, new StoredDocumentState(state)), (round.DocumentId, round.State));
        Assert.Equal((isSigned, isCanceled, isUncertain), (round.IsSigned, round.IsCanceled, round.IsUncertain));
        Assert.Equal($"/JSON/document/metadata/{Dokument.DocumentIdText}", Assert.Single(_network.Requests).Address.AbsolutePath);
    }

    [Fact]
    public async Task Wait_StatesBeforeTheEnd_AreToldAndWaitedOut()
    {
        foreach (string state in new[] { "tags", "tosign", "of tomorrow", "tosign", "signed" })
        {
            _network.Answers(Dokument.Info(state));
        }

        await _clock.RunAsync(_client.WaitUntilFinishedAsync(Dokument.DocumentId, new RoundWaitOptions { Progress = _progress }, Cancel));

        Assert.Equal(["tags", "tosign", "of tomorrow", "tosign", "signed"], _progress.Reports.Select(static report => report.State!.Value.ToString()));
        Assert.All(_progress.Reports, static report => Assert.Null(report.Failure));
        Assert.Equal([10, 15, 22.5, 33.75], _clock.Begun.Where(static time => time < TimeSpan.FromSeconds(100)).Select(static time => time.TotalSeconds));
    }

    [Fact]
    public async Task Wait_FailuresThatPass_AreToldAndWaitedOut()
    {
        _network
            .Fails(new HttpRequestException("gone"))
            .Answers(Dokument.Info("tosign"))
            .Answers(HttpStatusCode.BadGateway)
            .Answers((HttpStatusCode)429)
            .Answers(Dokument.Info("signed"));

        FinishedRound round = await _clock.RunAsync(_client.WaitUntilFinishedAsync(Dokument.DocumentId, new RoundWaitOptions { Progress = _progress }, Cancel));

        Assert.True(round.IsSigned);
        Assert.Equal([true, false, true, true, false], _progress.Reports.Select(static report => report.Failure is not null));
        Assert.Equal([null, "tosign", "tosign", "tosign", "signed"], _progress.Reports.Select(static report => report.State?.ToString()));
    }

    [Theory]
    [InlineData(404, typeof(OkSignNotFoundException))]
    [InlineData(401, typeof(OkSignAuthenticationException))]
    [InlineData(400, typeof(OkSignNotFoundException))]
    [InlineData(200, typeof(OkSignNotFoundException))]
    public async Task Wait_FailureThatStays_EndsIt(int status, Type expected)
    {
        _network.Answers(Dokument.Refused("err.not.found", Dokument.DocumentIdText), (HttpStatusCode)status);

        Exception? exception = await Record.ExceptionAsync(() => _client.WaitUntilFinishedAsync(Dokument.DocumentId, cancellationToken: Cancel));

        Assert.IsType(expected, exception);
    }

    [Fact]
    public async Task Wait_TimeLimitPassed_GivesUp()
    {
        for (int look = 0; look < 3; look++)
        {
            _network.Answers(Dokument.Info("tosign"));
        }

        var options = new RoundWaitOptions { TimeLimit = TimeSpan.FromSeconds(20) };

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => _clock.RunAsync(_client.WaitUntilFinishedAsync(Dokument.DocumentId, options, Cancel)));

        Assert.StartsWith("The round did not end", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, _network.Requests.Count);
    }

    [Theory]
    [InlineData(60, 90)]
    [InlineData(-10, 20)]
    [InlineData(-40, 0)]
    public async Task Round_LinkExpired_GivesUpHalfAnHourAfterIt(int expiresIn, int waits)
    {
        for (int look = 0; look < 100; look++)
        {
            _network.Answers(Dokument.Info("tosign"));
        }

        DateTimeOffset start = _clock.GetUtcNow();
        SigningRound round = NewRound(start + TimeSpan.FromMinutes(expiresIn));

        await Assert.ThrowsAsync<TimeoutException>(() => _clock.RunAsync(round.WaitUntilFinishedAsync(cancellationToken: Cancel)));

        Assert.Equal(TimeSpan.FromMinutes(waits), _clock.GetUtcNow() - start);
        Assert.NotEmpty(_network.Requests);
    }

    [Fact]
    public async Task Round_TimeLimitOfTheOptions_CountsMoreThanTheLinks()
    {
        for (int look = 0; look < 100; look++)
        {
            _network.Answers(Dokument.Info("tosign"));
        }

        DateTimeOffset start = _clock.GetUtcNow();
        var options = new RoundWaitOptions { TimeLimit = TimeSpan.FromMinutes(3) };

        await Assert.ThrowsAsync<TimeoutException>(() => _clock.RunAsync(NewRound(start + TimeSpan.FromHours(1)).WaitUntilFinishedAsync(options, Cancel)));

        Assert.Equal(TimeSpan.FromMinutes(3), _clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        _network.Answers(Dokument.Info("tosign"));
        Task waiting = new SigningRound(_client, Dokument.RequestId, Dokument.DocumentId, new Uri(Dokument.SigningUrlText)).WaitUntilFinishedAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Wait_OptionsThatMakeNoSense_AreRefused()
    {
        RoundWaitOptions[] bad =
        [
            new() { Interval = TimeSpan.FromMilliseconds(999) },
            new() { Interval = TimeSpan.FromMinutes(5) },
            new() { LongestInterval = TimeSpan.FromDays(2) },
            new() { TimeLimit = TimeSpan.FromTicks(-1) },
        ];

        foreach (RoundWaitOptions options in bad)
        {
            await Assert.ThrowsAsync<ArgumentException>("options", () => _client.WaitUntilFinishedAsync(Dokument.DocumentId, options, Cancel));
        }

        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.WaitUntilFinishedAsync(default, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Round_Waits_ForItsDocument()
    {
        _network.Answers(Dokument.Info("signed"));
        var sent = new SigningRound(_client, Dokument.RequestId, Dokument.DocumentId, new Uri(Dokument.SigningUrlText));

        FinishedRound finished = await sent.WaitUntilFinishedAsync(cancellationToken: Cancel);

        Assert.Equal(Dokument.DocumentId, finished.DocumentId);
    }

    [Fact]
    public async Task FinishedRound_DownloadsDeletesAndGoesOn()
    {
        using var folder = new TempFolder();
        var finished = new FinishedRound(_client, Dokument.DocumentId, StoredDocumentState.Signed);
        _network
            .Answers(Sample.Pdf(), mediaType: "application/pdf")
            .Answers(Sample.Pdf(300), mediaType: "application/octet-stream")
            .Answers(Dokument.Created())
            .Answers(Dokument.Done("msg.deleted", Dokument.DocumentIdText));

        await finished.DownloadAsync(folder.PathOf("signed.pdf"), Cancel);
        await using PdfDownload opened = await finished.OpenAsync(Cancel);
        await finished.NextRound().SendAsync(Cancel);
        await finished.DeleteAsync(Cancel);

        Assert.Equal(Sample.Pdf(), await File.ReadAllBytesAsync(folder.PathOf("signed.pdf"), Cancel));
        Assert.Equal(300, opened.Length);
        Assert.Equal(
            [$"GET /JSON/document/{Dokument.DocumentIdText}", $"GET /JSON/document/{Dokument.DocumentIdText}", "POST /JSON/signatureRequest", $"DELETE /JSON/document/{Dokument.DocumentIdText}"],
            _network.Requests.Select(static request => $"{request.Method} {request.Address.AbsolutePath}"));
    }

    [Fact]
    public async Task FinishedRound_DownloadFails_LeavesNothingBehind()
    {
        using var folder = new TempFolder();
        _network.Answers(Dokument.Refused("err.not.found"), HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<OkSignNotFoundException>(
            () => new FinishedRound(_client, Dokument.DocumentId, StoredDocumentState.Signed).DownloadAsync(folder.PathOf("signed.pdf"), Cancel));

        Assert.False(File.Exists(folder.PathOf("signed.pdf")));
    }

    [Theory]
    [InlineData("signed", false)]
    [InlineData("canceled", true)]
    [InlineData("ErrorSendInfo", false)]
    public void FinishedRound_NextRoundAfterTheSignerCancelled_IsRefused(string state, bool isRefused)
    {
        var finished = new FinishedRound(_client, Dokument.DocumentId, new StoredDocumentState(state));

        Assert.Equal(isRefused, Record.Exception(finished.NextRound) is InvalidOperationException);
    }

    private SigningRound NewRound(DateTimeOffset expiresAt)
        => new(_client, Dokument.RequestId, Dokument.DocumentId, new Uri(Dokument.SigningUrlText)) { ExpiresAt = expiresAt };

    private sealed class RecordedProgress : IProgress<RoundProgress>
    {
        public List<RoundProgress> Reports { get; } = [];

        public void Report(RoundProgress value) => Reports.Add(value);
    }
}

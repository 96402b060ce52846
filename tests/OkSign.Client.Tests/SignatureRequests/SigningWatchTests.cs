using System.Net;

namespace OkSign.Client.Tests.SignatureRequests;

public sealed class SigningWatchTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();
    private readonly OkSignClient _client;

    public SigningWatchTests() => _client = TestClient.Over(_network, _clock, options => options.Retry.MaxRetries = 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<string> Calls => _network.Requests.Select(request => request.Address.AbsolutePath["/rest/".Length..]);

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Wait_DocumentThatIsSigned_ReturnsAtOnce()
    {
        AnswerLinked(isSigned: true);
        AnswerMetadata(required: 2, placed: 2);

        SignedDocument signed = await _client.WaitUntilSignedAsync(Sample.SourceId, cancellationToken: Cancel);

        Assert.Equal((Sample.SourceId, Sample.SignedId, 2), (signed.SourceId, signed.Id, signed.Metadata.SignaturesPlaced));
        Assert.Equal(["v1/linkedlist/retrieve", "v2/metadata/retrieve"], Calls);
    }

    [Fact]
    public async Task Wait_OneSignatureAfterTheOther_AsksForTheLinkOnlyUntilTheFirst()
    {
        var progress = new RecordedProgress();
        AnswerLinked(isSigned: false);
        AnswerLinked(isSigned: true);
        AnswerMetadata(required: 2, placed: 1);
        AnswerMetadata(required: 2, placed: 2);

        await _clock.RunAsync(_client.WaitUntilSignedAsync(Sample.SourceId, new WaitOptions { Progress = progress }, Cancel));

        Assert.Equal(["v1/linkedlist/retrieve", "v1/linkedlist/retrieve", "v2/metadata/retrieve", "v2/metadata/retrieve"], Calls);
        Assert.Equal([(0, null), (1, 2), (2, 2)], progress.Reports.Select(report => (report.SignaturesPlaced, report.SignaturesRequired)));
        Assert.Equal([false, false, true], progress.Reports.Select(report => report.IsComplete));
        Assert.Equal([null, Sample.SignedId, Sample.SignedId], progress.Reports.Select(report => report.SignedDocumentId));
    }

    [Fact]
    public async Task Wait_WhileNothingHappens_AsksLessAndLessOften()
    {
        for (int look = 0; look < 6; look++)
        {
            AnswerLinked(isSigned: false);
        }

        AnswerLinked(isSigned: true);
        AnswerMetadata(required: 1, placed: 1);
        var options = new WaitOptions { Interval = TimeSpan.FromSeconds(8), LongestInterval = TimeSpan.FromSeconds(20) };

        await _clock.RunAsync(_client.WaitUntilSignedAsync(Sample.SourceId, options, Cancel));

        // The attempts' own limits of 100 seconds aside.
        Assert.Equal([8, 12, 18, 20, 20, 20], _clock.Begun.Where(time => time < TimeSpan.FromSeconds(100)).Select(time => (int)time.TotalSeconds));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData((HttpStatusCode)429)]
    public async Task Wait_FailureThatPasses_IsToldAndWaitedOut(HttpStatusCode status)
    {
        var progress = new RecordedProgress();
        AnswerLinked(isSigned: true);
        AnswerMetadata(required: 2, placed: 1);
        _network.Answers(status);
        AnswerMetadata(required: 2, placed: 2);

        SignedDocument signed = await _clock.RunAsync(_client.WaitUntilSignedAsync(Sample.SourceId, new WaitOptions { Progress = progress }, Cancel));

        Assert.Equal(Sample.SignedId, signed.Id);
        Assert.Equal([false, true, false], progress.Reports.Select(report => report.Failure is not null));
        Assert.Equal(1, progress.Reports[1].SignaturesPlaced);
    }

    [Fact]
    public async Task Wait_ConnectionIsLostAtFirst_GoesOn()
    {
        _network.Fails(new HttpRequestException("gone"));
        AnswerLinked(isSigned: true);
        AnswerMetadata(required: 1, placed: 1);

        SignedDocument signed = await _clock.RunAsync(_client.WaitUntilSignedAsync(Sample.SourceId, cancellationToken: Cancel));

        Assert.Equal(Sample.SignedId, signed.Id);
    }

    [Fact]
    public async Task Wait_KeyIsWrong_EndsWithTheException()
    {
        _network.Answers(HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<OkSignAuthenticationException>(() => _client.WaitUntilSignedAsync(Sample.SourceId, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Wait_DocumentIsGone_EndsWithTheException()
    {
        AnswerLinked(isSigned: false);
        _network.AnswersReason("\"\"");

        OkSignNotFoundException exception = await Assert.ThrowsAsync<OkSignNotFoundException>(
            () => _clock.RunAsync(_client.WaitUntilSignedAsync(Sample.SourceId, cancellationToken: Cancel)));

        Assert.Contains(Sample.SourceIdText, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_TimeLimitPasses_GivesUpAtThatMomentAfterALastLook()
    {
        for (int look = 0; look < 3; look++)
        {
            AnswerLinked(isSigned: false);
        }

        DateTimeOffset start = _clock.GetUtcNow();
        var options = new WaitOptions { Interval = TimeSpan.FromSeconds(10), TimeLimit = TimeSpan.FromSeconds(16) };

        await Assert.ThrowsAsync<TimeoutException>(() => _clock.RunAsync(_client.WaitUntilSignedAsync(Sample.SourceId, options, Cancel)));

        Assert.True(_clock.GetUtcNow() - start >= TimeSpan.FromSeconds(16));
        Assert.Equal([10, 6], _clock.Begun.Where(time => time < TimeSpan.FromSeconds(100)).Select(time => (int)time.TotalSeconds));
    }

    [Fact]
    public async Task Wait_Cancelled_EndsAtOnce()
    {
        using var cancel = new CancellationTokenSource();
        AnswerLinked(isSigned: false);
        Task<SignedDocument> waiting = _client.WaitUntilSignedAsync(Sample.SourceId, cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("""{ "fields": [ { "inputtype": "CanvasSIG", "metadata": { "value": { "signedby": "A" } } }, { "inputtype": "Text" } ] }""", true)]
    [InlineData("""{ "fields": [ { "inputtype": "CanvasSIG", "metadata": { "value": { "signedby": "A" } } }, { "inputtype": "CanvasSIG" } ] }""", false)]
    [InlineData("""{ "fields": [] }""", false)]
    public async Task Wait_MetadataWithoutCounts_CountsTheSignatureFields(string metadata, bool isComplete)
    {
        AnswerLinked(isSigned: true);
        _network.AnswersReason(metadata);
        var options = new WaitOptions { TimeLimit = TimeSpan.Zero };

        Exception? exception = await Record.ExceptionAsync(() => _client.WaitUntilSignedAsync(Sample.SourceId, options, Cancel));

        Assert.Equal(isComplete, exception is null);
    }

    [Fact]
    public async Task Wait_OptionsThatMakeNoSense_AreRefused()
    {
        WaitOptions[] bad =
        [
            new() { Interval = TimeSpan.FromMilliseconds(999) },
            new() { Interval = TimeSpan.FromMinutes(5) },
            new() { LongestInterval = TimeSpan.FromDays(2) },
            new() { TimeLimit = TimeSpan.FromTicks(-1) },
        ];

        foreach (WaitOptions options in bad)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => _client.WaitUntilSignedAsync(Sample.SourceId, options, Cancel));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => _client.WaitUntilSignedAsync(default, cancellationToken: Cancel));
    }

    [Fact]
    public async Task SentRequest_Waits_ForItsDocument()
    {
        AnswerLinked(isSigned: true);
        AnswerMetadata(required: 1, placed: 1);
        var sent = new SignatureRequest(_client, Sample.SourceId, []);

        SignedDocument signed = await sent.WaitUntilSignedAsync(Cancel);

        Assert.Equal(Sample.SignedId, signed.Id);
        Assert.Equal(Sample.SourceIdText, _network.Requests[0].Headers["x-oksign-docid"]);
    }

    [Fact]
    public async Task SentBriefcase_Waits_ForAllItsDocuments()
    {
        for (int document = 0; document < 2; document++)
        {
            AnswerLinked(isSigned: true);
            AnswerMetadata(required: 1, placed: 1);
        }

        var sent = new SentBriefcase(_client, new BriefcaseToken("token"), [Sample.SourceId, new SourceDocumentId("other")], []);

        IReadOnlyList<SignedDocument> signed = await sent.WaitUntilSignedAsync(Cancel);

        Assert.Equal([Sample.SourceIdText, "other"], signed.Select(document => document.SourceId.Value));
    }

    [Fact]
    public async Task SignedDocument_DownloadsBothPdfs()
    {
        using var folder = new TempFolder();
        var signed = new SignedDocument(_client, Sample.SourceId, Sample.SignedId, new DocumentMetadata());
        _network.Answers(Sample.Pdf(), mediaType: "application/pdf").Answers(Sample.Pdf(300), mediaType: "application/pdf").Answers(Sample.Pdf(400), mediaType: "application/pdf");

        await signed.DownloadAsync(folder.PathOf("signed.pdf"), Cancel);
        await signed.DownloadAuditTrailAsync(folder.PathOf("audit.pdf"), Cancel);
        await using PdfDownload opened = await signed.OpenAsync(Cancel);

        Assert.Equal(Sample.Pdf(), await File.ReadAllBytesAsync(folder.PathOf("signed.pdf"), Cancel));
        Assert.Equal(Sample.Pdf(300), await File.ReadAllBytesAsync(folder.PathOf("audit.pdf"), Cancel));
        Assert.Equal(400, opened.Length);
        Assert.Equal(["v1/document/retrieve", "v1/audittrail/retrieve", "v1/document/retrieve"], Calls);
        Assert.All(_network.Requests, request => Assert.Equal(Sample.SignedIdText, request.Headers["x-oksign-docid"]));
    }

    private void AnswerLinked(bool isSigned)
        => _network.AnswersReason(isSigned
            ? $$"""{ "source_docid": "{{Sample.SourceIdText}}", "signed_docid": "{{Sample.SignedIdText}}" }"""
            : $$"""{ "source_docid": "{{Sample.SourceIdText}}" }""");

    private void AnswerMetadata(int required, int placed)
        => _network.AnswersReason($$"""{ "nbrOfSigaturesRequired": {{required}}, "nbrOfSigaturesValid": {{placed}} }""");

    private sealed class RecordedProgress : IProgress<SigningProgress>
    {
        public List<SigningProgress> Reports { get; } = [];

        public void Report(SigningProgress value) => Reports.Add(value);
    }
}

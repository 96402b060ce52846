using System.Net;
using System.Threading.RateLimiting;

namespace OkSign.Client.Tests.Http;

public sealed class RateLimitHandlerTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task Uploads_MoreThanThree_AreThreeASecond()
    {
        AnswerUploads(7);
        await using OkSignClient client = LimitedClient();

        // By uploads that are done, not by requests that were made: the window counts from the answer.
        Task[] uploads = [.. Enumerable.Range(0, 7).Select(_ => client.Documents.UploadAsync(Sample.File(), Cancel))];
        await UntilAsync(() => uploads.Count(static upload => upload.IsCompleted) == 3);
        _clock.Advance(TimeSpan.FromMilliseconds(1000));
        Assert.Equal(3, _network.Requests.Count);
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        await UntilAsync(() => uploads.Count(static upload => upload.IsCompleted) == 6);
        _clock.Advance(TimeSpan.FromMilliseconds(1005));
        await Task.WhenAll(uploads);

        Assert.Equal(7, _network.Requests.Count);
    }

    [Fact]
    public async Task Reads_ManyAtOnce_DoNotWait()
    {
        await using OkSignClient client = LimitedClient();
        for (int call = 0; call < 20; call++)
        {
            _network.Answers(Sample.Ok("[]"));
            await client.Users.RetrieveAsync(Cancel);
        }

        Assert.Equal(20, _network.Requests.Count);
    }

    [Fact]
    public async Task Upload_WhoseAnswerIsLong_IsCountedByItsStart()
    {
        _network.NeverAnswers().NeverAnswers().NeverAnswers();
        AnswerUploads(1);
        await using OkSignClient client = LimitedClient();
        using var cancel = new CancellationTokenSource();
        Task[] stuck = [.. Enumerable.Range(0, 3).Select(_ => client.Documents.UploadAsync(Sample.File(), cancel.Token))];
        Task<SourceDocumentId> fourth = client.Documents.UploadAsync(Sample.File(), Cancel);

        _clock.Advance(TimeSpan.FromMilliseconds(250));
        _clock.Advance(TimeSpan.FromMilliseconds(1005));

        Assert.Equal(Sample.SourceId, await fourth);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(stuck));
    }

    [Fact]
    public async Task Cancel_WhileWaitingForAPermit_EndsAtOnceAndSendsNothing()
    {
        AnswerUploads(3);
        await using OkSignClient client = LimitedClient();
        await UploadAsync(client, 3);
        using var cancel = new CancellationTokenSource();
        Task<SourceDocumentId> fourth = client.Documents.UploadAsync(Sample.File(), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fourth);
        Assert.Equal(3, _network.Requests.Count);
    }

    [Fact]
    public async Task UseRateLimiter_OfTheUser_IsAskedForEachRequest()
    {
        AnswerUploads(2);
        await using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 10 });
        await using OkSignClient client = LimitedClient(options => options.UseRateLimiter("document.UPLOAD", limiter));

        await UploadAsync(client, 2);

        Assert.Equal(2, limiter.GetStatistics()!.TotalSuccessfulLeases);
    }

    [Fact]
    public async Task UseRateLimiter_ForAReadAsWell_IsAsked()
    {
        _network.Answers(Sample.Ok("[]"));
        await using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 10 });
        await using OkSignClient client = LimitedClient(options => options.UseRateLimiter("Users.retrieve", limiter));

        await client.Users.RetrieveAsync(Cancel);

        Assert.Equal(1, limiter.GetStatistics()!.TotalSuccessfulLeases);
    }

    [Fact]
    public async Task UseRateLimiter_OneThatRefuses_ThrowsWithoutSending()
    {
        await using var limiter = new FixedWindowRateLimiter(new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromHours(1), QueueLimit = 0 });
        using RateLimitLease taken = limiter.AttemptAcquire();
        await using OkSignClient client = LimitedClient(options => options.UseRateLimiter("Document.upload", limiter));

        OkSignRateLimitException exception = await Assert.ThrowsAsync<OkSignRateLimitException>(() => client.Documents.UploadAsync(Sample.File(), Cancel));

        Assert.NotNull(exception.RetryAfter);
        Assert.Equal(0, exception.Attempts);
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task UseRateLimiter_None_TakesTheLimitAway()
    {
        AnswerUploads(9);
        await using OkSignClient client = LimitedClient(options => options.UseRateLimiter("Document.upload", null));

        await UploadAsync(client, 9);

        Assert.Equal(9, _network.Requests.Count);
    }

    [Fact]
    public void UseRateLimiter_UnknownOperation_IsRefused()
        => Assert.Throws<ArgumentException>(() => new OkSignClientOptions().UseRateLimiter("Document.uplod", null));

    private static Task<SourceDocumentId[]> UploadAsync(OkSignClient client, int count)
        => Task.WhenAll(Enumerable.Range(0, count).Select(_ => client.Documents.UploadAsync(Sample.File(), Cancel)));

    private OkSignClient LimitedClient(Action<OkSignClientOptions>? configure = null)
    {
        var options = new OkSignClientOptions { Credentials = Sample.Credentials, BaseAddress = Sample.BaseAddress };
        configure?.Invoke(options);
        return OkSignClient.CreateFrom(options, _clock, _network);
    }

    private void AnswerUploads(int count)
    {
        for (int upload = 0; upload < count; upload++)
        {
            _network.Answers(Sample.Ok($"\"{Sample.SourceIdText}\""), HttpStatusCode.OK);
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

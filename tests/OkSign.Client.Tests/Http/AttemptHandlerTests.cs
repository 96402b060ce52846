using System.Net;

namespace OkSign.Client.Tests;

public sealed class AttemptHandlerTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task Send_AnswerInTime_IsGiven()
    {
        _network.Answers("fine");
        using HandlerChain chain = Chain();

        using HttpResponseMessage response = await chain.SendAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Send_NoAnswerWithinTheLimit_IsATimeout()
    {
        _network.NeverAnswers();
        using HandlerChain chain = Chain();
        Task<HttpResponseMessage> call = chain.SendAsync();

        _clock.Advance(100 * Second - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(call.IsCompleted);
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("100 s", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_ConnectionTornDownByTheLimit_IsATimeout(bool isIo)
    {
        _network.NeverAnswers(whenGivenUp: isIo ? new IOException("torn down") : new HttpRequestException("torn down"));
        using HandlerChain chain = Chain();
        Task<HttpResponseMessage> call = chain.SendAsync();

        _clock.Advance(100 * Second);

        Assert.True(call.IsCompleted);
        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task Send_CancelledByTheCaller_IsACancellation()
    {
        _network.NeverAnswers();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using HandlerChain chain = Chain();
        Task<HttpResponseMessage> call = chain.SendAsync(cancellationToken: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Send_ConnectionThatBreaksInTime_IsNoTimeout()
    {
        var broken = new HttpRequestException("broken");
        _network.Fails(broken);
        using HandlerChain chain = Chain();

        Assert.Same(broken, await Assert.ThrowsAsync<HttpRequestException>(() => chain.SendAsync()));
    }

    [Fact]
    public async Task Send_WithCall_CountsIt()
    {
        _network.Answers("fine").Fails(new IOException());
        using HandlerChain chain = Chain();
        var call = Sample.Call();

        using HttpResponseMessage response = await chain.SendAsync(call);
        await Assert.ThrowsAsync<IOException>(() => chain.SendAsync(call));

        Assert.Equal(2, call.Attempts);
    }

    [Fact]
    public async Task Send_UploadThatMovesOn_HasMoreTime()
    {
        using var source = new StepStream(Sample.Pdf(3000));
        _network.Answers("fine");
        using HandlerChain chain = Chain();
        Task<HttpResponseMessage> call = chain.SendAsync(content: OkSignFile.FromStream(source, "a.pdf", 3000).OpenContent());

        for (int piece = 0; piece < 10; piece++)
        {
            _clock.Advance(29 * Second);
            Assert.False(call.IsCompleted);
            source.Release();
        }

        source.ReleaseAll();
        using HttpResponseMessage response = await call;
        Assert.Equal(Sample.Pdf(3000), _network.Requests[0].Body);
    }

    [Fact]
    public async Task Send_UploadThatStandsStill_IsATimeout()
    {
        using var source = new StepStream(Sample.Pdf(3000));
        using HandlerChain chain = Chain();
        Task<HttpResponseMessage> call = chain.SendAsync(content: OkSignFile.FromStream(source, "a.pdf", 3000).OpenContent());

        source.Release();
        _clock.Advance(29 * Second);
        Assert.False(call.IsCompleted);
        _clock.Advance(Second);

        Assert.True(call.IsCompleted);
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal("no byte could be sent for 30 s", exception.Message);
    }

    [Fact]
    public async Task Send_UploadThatNeverBegins_NamesTheLimitOfAnAnswer()
    {
        using var source = new StepStream(Sample.Pdf(3000), canSeek: true);
        using HandlerChain chain = Chain();
        Task<HttpResponseMessage> call = chain.SendAsync(content: OkSignFile.FromStream(source, "a.pdf").OpenContent());

        _clock.Advance(99 * Second);
        Assert.False(call.IsCompleted);
        _clock.Advance(Second);

        Assert.True(call.IsCompleted);
        Assert.Equal("no answer came within 100 s", (await Assert.ThrowsAsync<TimeoutException>(() => call)).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_UploadThatEnded_TellsNoMoreOfItsProgress(bool isAnswered)
    {
        await using var source = new MemoryStream(Sample.Pdf());
        using FileContent content = OkSignFile.FromStream(source, "contract.pdf").OpenContent();
        using HandlerChain chain = Chain();
        if (isAnswered)
        {
            _network.Answers("fine");
            (await chain.SendAsync(content: content)).Dispose();
        }
        else
        {
            _network.Fails(new IOException());
            await Assert.ThrowsAsync<IOException>(() => chain.SendAsync(content: content));
        }

        Assert.Single(_network.Requests);
        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Send_UploadThatIsSent_HasTheTimeOfAnAnswerAgain()
    {
        _network.NeverAnswers();
        using HandlerChain chain = Chain();
        Task<HttpResponseMessage> call = chain.SendAsync(content: Sample.File().OpenContent());

        _clock.Advance(99 * Second);
        Assert.False(call.IsCompleted);
        _clock.Advance(Second);

        Assert.True(call.IsCompleted);
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal("no answer came within 100 s", exception.Message);
    }

    private HandlerChain Chain() => new(_network, new AttemptHandler(new Timeouts(100 * Second, 30 * Second, _clock)));

    /// <summary>A source that gives a hundred bytes each time the test lets it; its first kilobyte comes at once unless it can seek.</summary>
    private sealed class StepStream(byte[] content, bool canSeek = false) : MemoryStream(content)
    {
        private TaskCompletionSource _step = new();
        private bool _isOpen;

        public override bool CanSeek => canSeek;

        public void Release()
        {
            TaskCompletionSource step = _step;
            _step = new TaskCompletionSource();
            step.SetResult();
        }

        public void ReleaseAll()
        {
            _isOpen = true;
            Release();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isOpen)
            {
                await _step.Task.WaitAsync(cancellationToken);
            }

            return Read(buffer.Span[..Math.Min(100, buffer.Length)]);
        }
    }
}

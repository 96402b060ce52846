using System.Net;

namespace OkSign.Client.Tests;

/// <summary>
/// A program with a window waits for a call on the thread that draws it. Nothing of the client may want to go on there: a program that blocks
/// that thread would wait forever.
/// </summary>
public sealed class SynchronizationContextTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly TaskCompletionSource _gate = new();
    private readonly GatedNetwork _network = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData("read")]
    [InlineData("upload")]
    [InlineData("download")]
    public async Task Call_WhoseAnswerComesLater_GoesOnElsewhere(string call)
    {
        _network.Answer = async () =>
        {
            await _gate.Task.ConfigureAwait(false);
            return AnswerTo(call);
        };

        await AssertGoesOnElsewhereAsync(call, _gate.SetResult);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("upload")]
    [InlineData("download")]
    public async Task Call_WhoseBodyComesLater_GoesOnElsewhere(string call)
    {
        _network.Answer = () => Task.FromResult(AnswerTo(call, new LateStream(BodyTo(call), _gate.Task)));

        await AssertGoesOnElsewhereAsync(call, _gate.SetResult);
    }

    [Fact]
    public async Task Call_ThatWaitsToBeRepeated_GoesOnElsewhere()
    {
        _network.Answer = () => Task.FromResult(_network.Requests == 1 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : AnswerTo("read"));

        await AssertGoesOnElsewhereAsync("read", () => _clock.Advance(TimeSpan.FromMinutes(1)));
    }

    private static byte[] BodyTo(string call)
        => call switch
        {
            "download" => Sample.Pdf(),
            "upload" => Sample.Utf8(Sample.Ok($"\"{Sample.SourceIdText}\"")).ToArray(),
            _ => Sample.Utf8(Sample.Ok("[]")).ToArray(),
        };

    private static HttpResponseMessage AnswerTo(string call, Stream? body = null)
        => new(HttpStatusCode.OK) { Content = new StreamContent(body ?? new MemoryStream(BodyTo(call))) };

    private static Task SendAsync(OkSignClient client, string call)
        => call switch
        {
            "download" => client.Documents.RetrieveAsync(Sample.SignedId, Cancel),
            "upload" => client.Documents.UploadAsync(Sample.File(), Cancel),
            _ => client.Users.RetrieveAsync(Cancel),
        };

    private async Task AssertGoesOnElsewhereAsync(string call, Action goOn)
    {
        using OkSignClient client = OkSignClient.CreateFrom(TestClient.Options(), _clock, _network);
        var window = new CountingContext();

        Task work = window.Run(() => SendAsync(client, call));
        Assert.False(work.IsCompleted, "There is nothing to go on from.");
        goOn();
        await work;

        Assert.Equal(0, window.Posts);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }

        public Task Run(Func<Task> work)
        {
            SynchronizationContext? before = Current;
            SetSynchronizationContext(this);
            try
            {
                return work();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }

    private sealed class GatedNetwork : HttpMessageHandler
    {
        public Func<Task<HttpResponseMessage>> Answer { get; set; } = static () => throw new NotSupportedException();

        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Answer();
        }
    }

    /// <summary>Content whose reads wait for a gate.</summary>
    private sealed class LateStream(byte[] content, Task gate) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await gate.ConfigureAwait(false);
            return Read(buffer.Span);
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OkSign.Client.Tests;

/// <summary>The network, played by a script: gives its answers in order and keeps what was sent. A request beyond the script fails the test.</summary>
internal sealed class StubNetwork : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();

    public List<SentRequest> Requests { get; } = [];

    public List<StubResponse> Responses { get; } = [];

    public bool IsDisposed { get; private set; }

    public StubNetwork Answers(string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json")
        => Answers(Encoding.UTF8.GetBytes(body), status, mediaType);

    public StubNetwork Answers(byte[] body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json")
        => Plays(() => new StubResponse(status, new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } }));

    /// <summary>The service's OK with this result.</summary>
    public StubNetwork AnswersReason(string reasonJson) => Answers(Sample.Ok(reasonJson));

    /// <summary>The service's FAILED with this reason.</summary>
    public StubNetwork AnswersFailure(string reasonJson) => Answers(Sample.Failed(reasonJson));

    public StubNetwork Answers(Stream body, HttpStatusCode status = HttpStatusCode.OK)
        => Plays(() => new StubResponse(status, new StreamContent(body)));

    public StubNetwork Answers(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null)
        => Plays(() => new StubResponse(status, new StringContent("")) { Headers = { RetryAfter = retryAfter } });

    /// <summary>Sends a browser elsewhere.</summary>
    public StubNetwork Redirects(string location, HttpStatusCode status = HttpStatusCode.Redirect)
        => Plays(() =>
        {
            var response = new StubResponse(status, new StringContent(""));
            response.Headers.TryAddWithoutValidation("location", location);
            return response;
        });

    public StubNetwork AnswersTimes(int times, HttpStatusCode status)
    {
        for (int time = 0; time < times; time++)
        {
            Answers(status);
        }

        return this;
    }

    public StubNetwork Fails(Exception exception) => Enqueue(_ => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Is silent until the request is given up, which shows as <paramref name="whenGivenUp"/> or as a cancellation.</summary>
    public StubNetwork NeverAnswers(Exception? whenGivenUp = null)
        => Enqueue(async token =>
        {
            var givenUp = new TaskCompletionSource<HttpResponseMessage>();
            await using CancellationTokenRegistration registration = token.Register(() =>
            {
                if (whenGivenUp is null)
                {
                    givenUp.TrySetCanceled(token);
                }
                else
                {
                    givenUp.TrySetException(whenGivenUp);
                }
            });
            return await givenUp.Task;
        });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = await SentRequest.OfAsync(request, cancellationToken);
        HttpResponseMessage response = await Next(sent)(cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private Func<CancellationToken, Task<HttpResponseMessage>> Next(SentRequest sent)
    {
        // Calls may come from several threads at a time.
        lock (_script)
        {
            Requests.Add(sent);
            return _script.TryDequeue(out Func<CancellationToken, Task<HttpResponseMessage>>? next)
                ? next
                : throw new InvalidOperationException($"Request {Requests.Count} is beyond the script.");
        }
    }

    private StubNetwork Plays(Func<StubResponse> create)
        => Enqueue(_ =>
        {
            StubResponse response = create();
            lock (_script)
            {
                Responses.Add(response);
            }

            return Task.FromResult<HttpResponseMessage>(response);
        });

    private StubNetwork Enqueue(Func<CancellationToken, Task<HttpResponseMessage>> step)
    {
        _script.Enqueue(step);
        return this;
    }
}

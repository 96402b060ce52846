using System.Net;
using System.Net.Http.Headers;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Clients that get the answers that they are to be fed with, and what such a client may throw.</summary>
internal static class FuzzClient
{
    // A page of text; and the excerpt of an answer, which is 2,048 characters, stands apart.
    private const int MaxMessageLength = 32 * 1024;

    // One for each thread: targets run side by side, and making a client takes longer than a call.
    [ThreadStatic]
    private static (AnsweringNetwork Network, OkSignClient Client)? _own;

    /// <summary>A client whose next request is answered so.</summary>
    public static OkSignClient Answering(byte[] body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json")
    {
        (AnsweringNetwork network, OkSignClient client) = _own ??= Create();
        network.Answer = () => Response(body, status, mediaType);
        return client;
    }

    /// <summary>A client of one's own, which asks once and waits for nothing.</summary>
    public static OkSignClient Over(AnsweringNetwork network, Action<OkSignClientOptions>? configure = null)
    {
        OkSignClientOptions options = TestClient.Options(configure);
        options.Retry.MaxRetries = 0;
        foreach (Operation operation in KnownOperations.All)
        {
            options.UseRateLimiter(operation.Name, null);
        }

        return OkSignClient.CreateFrom(options, TimeProvider.System, network);
    }

    public static HttpResponseMessage Response(byte[] body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json")
        => new(status) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } } };

    /// <summary>An exception is short, and tells no secret.</summary>
    public static void Check(OkSignException exception, bool isWellFormed)
    {
        string text = exception.ToString();
        Assert.True(exception.Message.Length <= MaxMessageLength, $"The message has {exception.Message.Length} characters.");
        Assert.True((exception.ResponseBody?.Length ?? 0) <= Redactor.MaxLength, "The excerpt is too long.");
        Assert.False(text.Contains(Sample.Token, StringComparison.Ordinal), "The exception tells the credentials.");

        // A link that was damaged on its way is none that anybody could recognise, or open.
        Assert.False(isWellFormed && text.Contains(JsonMaker.SecretLink, StringComparison.Ordinal), "The exception tells a link.");
    }

    private static (AnsweringNetwork Network, OkSignClient Client) Create()
    {
        var network = new AnsweringNetwork(static () => new HttpResponseMessage());
        return (network, Over(network));
    }
}

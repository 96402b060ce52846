namespace OkSign.Client.Tests.Fuzz;

/// <summary>The network that gives the same answer to every request, and remembers nothing: a run has a million of them.</summary>
internal sealed class AnsweringNetwork(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    public Func<HttpResponseMessage> Answer { get; set; } = answer;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Answer());
}

namespace OkSign.Client.Tests.Live;

/// <summary>
/// Stands at the network and tells of each answer: so one call shows both what the service sends and whether the client can read it, and an
/// operation that may be called once in three minutes is called once.
/// </summary>
internal sealed class WireObserver(Uri baseAddress, Action<string> tell) : DelegatingHandler(HttpPipeline.CreateNetworkHandler(new OkSignClientOptions { BaseAddress = baseAddress }))
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            throw new InvalidOperationException($"A check must change nothing, and this is a {request.Method}.");
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        tell(ObservedAnswer.Describe(request, response, await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        return response;
    }
}

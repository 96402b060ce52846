namespace OkSign.Client.Tests;

/// <summary>Sends requests through some handlers to a scripted network, without a client around.</summary>
internal sealed class HandlerChain : IDisposable
{
    private readonly HttpMessageInvoker _invoker;

    public HandlerChain(StubNetwork network, params DelegatingHandler[] outermostFirst)
    {
        HttpMessageHandler handler = network;
        foreach (DelegatingHandler outer in outermostFirst.Reverse())
        {
            outer.InnerHandler = handler;
            handler = outer;
        }

        _invoker = new HttpMessageInvoker(handler);
    }

    public Task<HttpResponseMessage> SendAsync(
        OperationCall? call = null,
        Uri? address = null,
        HttpContent? content = null,
        Action<HttpRequestMessage>? prepare = null,
        CancellationToken? cancellationToken = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address ?? new Uri(Sample.BaseAddress, "v1/thing")) { Content = content };
        if (call is not null)
        {
            request.Options.Set(new HttpRequestOptionsKey<OperationCall>(OperationCall.Key), call);
        }

        prepare?.Invoke(request);
        return _invoker.SendAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public void Dispose() => _invoker.Dispose();
}

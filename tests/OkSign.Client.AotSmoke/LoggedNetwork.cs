namespace OkSign.Client.AotSmoke;

/// <summary>The network, which notes the operation of every request that was answered.</summary>
internal sealed class LoggedNetwork(OperationLog log) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (OperationCall.Of(request) is { } call)
        {
            log.Add(call.Operation.Name);
        }

        return response;
    }
}

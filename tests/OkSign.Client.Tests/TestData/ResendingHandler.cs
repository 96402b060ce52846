using System.Net;

namespace OkSign.Client.Tests;

/// <summary>What a host may put between: a handler that sends a request anew, whatever it does, when the service is not available.</summary>
internal sealed class ResendingHandler : DelegatingHandler
{
    private const int MaxRequests = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        for (int sent = 1; sent < MaxRequests && response.StatusCode == HttpStatusCode.ServiceUnavailable; sent++)
        {
            response.Dispose();
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }
}

namespace OkSign.Client;

/// <summary>Adds the credentials to requests for the service, and to no others.</summary>
internal sealed class AuthorizationHandler(OkSignCredentials credentials, Uri baseAddress) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(WireHeaders.Authorization);
        if (IsForService(request.RequestUri))
        {
            request.Headers.TryAddWithoutValidation(WireHeaders.Authorization, credentials.HeaderValue);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private bool IsForService(Uri? address)
        => address is not null
            && address.Scheme == baseAddress.Scheme
            && address.Port == baseAddress.Port
            && string.Equals(address.IdnHost, baseAddress.IdnHost, StringComparison.OrdinalIgnoreCase);
}

namespace OkSign.Client;

/// <summary>Adds the key to requests for the service, and to no others.</summary>
internal sealed class AuthorizationHandler(ServiceKey key, Uri baseAddress) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(key.Header);
        bool wantsNone = OperationCall.Of(request) is { Operation.IsAnonymous: true };
        if (!wantsNone && IsForService(request.RequestUri))
        {
            request.Headers.TryAddWithoutValidation(key.Header, key.Value);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private bool IsForService(Uri? address)
        => address is not null
            && address.Scheme == baseAddress.Scheme
            && address.Port == baseAddress.Port
            && string.Equals(address.IdnHost, baseAddress.IdnHost, StringComparison.OrdinalIgnoreCase);
}

using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>Tells the addresses of the mapped OKSign endpoints; a singleton of the container.</summary>
public sealed class OkSignCallbackAddresses
{
    private readonly CallbackLinks _links;
    private readonly CurrentSettings<OkSignCallbackOptions> _settings;

    internal OkSignCallbackAddresses(CallbackLinks links, CurrentSettings<OkSignCallbackOptions> settings) => (_links, _settings) = (links, settings);

    /// <summary>
    /// As the world sees them: at <see cref="CallbackOptions.PublicAddress"/>, or else where this request came in. Behind a reverse proxy that is right
    /// when the application uses <c>UseForwardedHeaders</c>, and <c>UsePathBase</c> or <c>X-Forwarded-Prefix</c> where the proxy takes off a path.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">
    /// The endpoints are not mapped, or there is no public address and the request's host is neither this machine nor in <c>AllowedHosts</c>.
    /// </exception>
    public OkSignCallbackUrls For(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return At(_links.RootOf(context, _settings.Value));
    }

    /// <summary>For an application that the world sees at some address, when there is no request to tell it.</summary>
    /// <param name="publicAddress">Such as <c>https://portal.example/app</c>.</param>
    /// <exception cref="ArgumentException">The address is not absolute, http or https.</exception>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped.</exception>
    public OkSignCallbackUrls At(Uri publicAddress)
    {
        CallbackLinks.ThrowIfNoRoot(publicAddress, nameof(publicAddress));
        OkSignCallbackOptions options = _settings.Value;
        return new OkSignCallbackUrls(
            _links.SecretLinkTo(publicAddress, OkSignEndpoints.CallbackName, options),
            _links.LinkTo(publicAddress, OkSignEndpoints.ReturnName),
            _links.SecretLinkTo(publicAddress, OkSignEndpoints.DeliveryErrorName, options));
    }
}

using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>Tells the addresses of the mapped OKdokument endpoints; a singleton of the container.</summary>
public sealed class OkDokumentCallbackAddresses
{
    private readonly CallbackLinks _links;
    private readonly CurrentSettings<OkDokumentCallbackOptions> _settings;

    internal OkDokumentCallbackAddresses(CallbackLinks links, CurrentSettings<OkDokumentCallbackOptions> settings) => (_links, _settings) = (links, settings);

    /// <summary>As the world sees them; see <see cref="OkSignCallbackAddresses.For"/>.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">
    /// The endpoints are not mapped, or there is no public address and the request's host is neither this machine nor in <c>AllowedHosts</c>.
    /// </exception>
    public OkDokumentCallbackUrls For(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return At(_links.RootOf(context, _settings.Value));
    }

    /// <summary>For an application that the world sees at some address, when there is no request to tell it.</summary>
    /// <param name="publicAddress">Such as <c>https://portal.example/app</c>.</param>
    /// <exception cref="ArgumentException">The address is not absolute, http or https.</exception>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped.</exception>
    public OkDokumentCallbackUrls At(Uri publicAddress)
    {
        CallbackLinks.ThrowIfNoRoot(publicAddress, nameof(publicAddress));
        return new OkDokumentCallbackUrls(
            _links.SecretLinkTo(publicAddress, OkDokumentEndpoints.CompletionName, _settings.Value),
            _links.LinkTo(publicAddress, OkDokumentEndpoints.ResultName));
    }
}

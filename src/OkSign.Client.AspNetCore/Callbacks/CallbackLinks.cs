using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>Makes addresses of the endpoints, as the world sees them.</summary>
internal sealed class CallbackLinks(LinkGenerator links, IOptions<HostFilteringOptions> hosts)
{
    public static bool IsWebAddress(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    /// <exception cref="ArgumentException">The address is not absolute, http or https.</exception>
    public static void ThrowIfNoRoot(Uri address, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(address, parameterName);
        if (!IsWebAddress(address))
        {
            throw new ArgumentException("The address must be absolute, http or https.", parameterName);
        }
    }

    /// <summary>The root of the application: as configured, or else as the request has it (scheme, host and path base, forwarded or not).</summary>
    /// <exception cref="InvalidOperationException">It would be of a host that whoever made the request has chosen.</exception>
    public Uri RootOf(HttpContext context, CallbackOptions options)
    {
        if (options.PublicAddress is { } configured)
        {
            return configured;
        }

        HttpRequest request = context.Request;
        return IsOurs(request.Host)
            ? new Uri($"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}")
            : throw new InvalidOperationException(
                $"Set {nameof(CallbackOptions.PublicAddress)}, or name the hosts of this application in AllowedHosts. Else whoever makes a request could name a host of theirs, to which the secret would go.");
    }

    /// <exception cref="InvalidOperationException">The endpoint is not mapped.</exception>
    public Uri LinkTo(Uri root, string endpointName)
    {
        string basePath = root.AbsolutePath.TrimEnd('/');
        string path = links.GetPathByName(endpointName, values: null, pathBase: new PathString(basePath.Length == 0 ? null : Uri.UnescapeDataString(basePath)))
            ?? throw new InvalidOperationException("The endpoints are not mapped: call MapOkSignCallbacks or MapOkDokumentCallbacks.");
        return new Uri(root, path);
    }

    /// <exception cref="InvalidOperationException">The endpoint is not mapped.</exception>
    public Uri SecretLinkTo(Uri root, string endpointName, CallbackOptions options)
    {
        Uri link = LinkTo(root, endpointName);
        CallbackSecret secret = options.ParsedSecrets[0];
        return options.SecretInPath ? new Uri($"{link.AbsoluteUri}/{secret.Value}") : secret.AddTo(link);
    }

    private bool IsOurs(HostString host)
    {
        string name = host.Host.Trim('[', ']');
        return name.Length > 0
            && (name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(name, out IPAddress? address) && IPAddress.IsLoopback(address))
                || hosts.Value.AllowedHosts.Any(allowed => IsMatch(allowed, name)));
    }

    // As the middleware for AllowedHosts has it: a name, or *. and a domain.
    private static bool IsMatch(string allowed, string name)
        => allowed.StartsWith("*.", StringComparison.Ordinal)
            ? name.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : name.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}

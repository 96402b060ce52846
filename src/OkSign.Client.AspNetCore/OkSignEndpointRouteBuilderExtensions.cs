using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore;

/// <summary>Maps the endpoints that the services call.</summary>
public static class OkSignEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps what OKSign calls: <c>GET PREFIX/callback</c> after every signature and <c>GET PREFIX/delivery-error</c>, both with a secret, and <c>GET PREFIX/return</c>, where signers
    /// come back to. Their addresses: <see cref="CallbackHttpContextExtensions.GetOkSignCallbackUrls"/>.
    /// </summary>
    /// <remarks>
    /// Answers: 200 handled; 202 stored, and being worked on; 400 cannot be read; 404 wrong secret, or the service does not know of it; 429 too many wrong secrets;
    /// 503 a handler failed or the service cannot be asked: it is tried again in any case. Do not require a login for them.
    /// </remarks>
    /// <param name="endpoints">The application, or a group of its. Map it once.</param>
    /// <param name="prefix">What the paths begin with, such as <c>/oksign</c>.</param>
    /// <returns>For conventions of all three: a host name, a rate limit, a CORS policy.</returns>
    /// <exception cref="InvalidOperationException"><c>AddOkSignCallbacks</c> was not called.</exception>
    public static IEndpointConventionBuilder MapOkSignCallbacks(this IEndpointRouteBuilder endpoints, string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        OkSignEndpoints own = endpoints.ServiceProvider.GetService<OkSignEndpoints>()
            ?? throw new InvalidOperationException("Call services.AddOkSignCallbacks first.");
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        own.Map(group);
        return group;
    }

    /// <summary>
    /// Maps what OKdokument calls: <c>POST PREFIX/completion</c> when a round has ended, with a secret, and <c>GET PREFIX/result</c>, where signers come back to. Their
    /// addresses: <see cref="CallbackHttpContextExtensions.GetOkDokumentCallbackUrls"/>.
    /// </summary>
    /// <remarks>
    /// The answers are those of <see cref="MapOkSignCallbacks"/>, and 413 for a body that is too long. What is stored and could not be handled is answered 202, because after another
    /// answer than 200 or 202 the service has the document in the state <c>errorsendinfo</c>, and does not tell any more how the round has ended.
    /// </remarks>
    /// <param name="endpoints">The application, or a group of its.</param>
    /// <param name="prefix">What the paths begin with, such as <c>/okdokument</c>.</param>
    /// <returns>For conventions of both: a host name, a rate limit, a CORS policy.</returns>
    /// <exception cref="InvalidOperationException"><c>AddOkDokumentCallbacks</c> was not called.</exception>
    public static IEndpointConventionBuilder MapOkDokumentCallbacks(this IEndpointRouteBuilder endpoints, string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        OkDokumentEndpoints own = endpoints.ServiceProvider.GetService<OkDokumentEndpoints>()
            ?? throw new InvalidOperationException("Call services.AddOkDokumentCallbacks first.");
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        own.Map(group);
        return group;
    }
}

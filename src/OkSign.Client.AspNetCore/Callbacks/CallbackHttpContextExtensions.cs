using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore;

/// <summary>What a request can tell about callbacks.</summary>
public static class CallbackHttpContextExtensions
{
    /// <summary>The addresses of the mapped OKSign endpoints, as the world sees them; see <see cref="OkSignCallbackAddresses.For"/>.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped, or the request's host is not known to be this application's.</exception>
    public static OkSignCallbackUrls GetOkSignCallbackUrls(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<OkSignCallbackAddresses>().For(context);
    }

    /// <summary>The addresses of the mapped OKdokument endpoints, as the world sees them; see <see cref="OkDokumentCallbackAddresses.For"/>.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped, or the request's host is not known to be this application's.</exception>
    public static OkDokumentCallbackUrls GetOkDokumentCallbackUrls(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<OkDokumentCallbackAddresses>().For(context);
    }

    /// <summary>The callback that <see cref="OkSignCallbackFilter"/> has let through.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">The endpoint has no such filter.</exception>
    public static ConfirmedCallback GetOkSignCallback(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<ConfirmedCallback>() ?? throw new InvalidOperationException($"The endpoint has no {nameof(OkSignCallbackFilter)}.");
    }

    /// <summary>The end of a round that <see cref="OkDokumentCompletionFilter"/> has let through.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">The endpoint has no such filter.</exception>
    public static RoundEnded GetOkDokumentRound(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<RoundEnded>() ?? throw new InvalidOperationException($"The endpoint has no {nameof(OkDokumentCompletionFilter)}.");
    }
}

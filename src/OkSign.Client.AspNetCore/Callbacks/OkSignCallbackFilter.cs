using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// For an endpoint of your own that OKSign calls: lets a call through that has a secret, can be read, and is confirmed by the service
/// (<c>endpoint.AddEndpointFilter&lt;OkSignCallbackFilter&gt;()</c>). The endpoint asks <see cref="CallbackHttpContextExtensions.GetOkSignCallback"/> what it was.
/// </summary>
/// <remarks>
/// The secrets are those of <c>AddOkSignCallbacks</c>; a secret may stand in the query, or in a route parameter <c>{secret}</c>. Nothing is stored here and nothing repeated: a call
/// that comes twice gets through twice, and one that the service cannot be asked about gets HTTP 503. The mapped endpoints do both for you.
/// </remarks>
public sealed class OkSignCallbackFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        HttpContext http = context.HttpContext;
        EventIntake intake = http.RequestServices.GetRequiredService<EventIntake>();
        if (!http.RequestServices.GetRequiredService<CallbackReader>().TryRead(http, out OkSignCallback? callback, out IResult? refusal))
        {
            return refusal;
        }

        (Verdict verdict, ConfirmedCallback? confirmed) = await ConfirmAsync(callback, http, intake).ConfigureAwait(false);
        if (confirmed is null)
        {
            return CallbackAnswer.Of(verdict);
        }

        http.Features.Set(confirmed);
        return await next(context).ConfigureAwait(false);
    }

    private static async Task<(Verdict, ConfirmedCallback?)> ConfirmAsync(OkSignCallback callback, HttpContext http, EventIntake intake)
    {
        var claim = new SignatureClaim(callback.SourceDocumentId?.Value, callback.SignedDocumentId?.Value, callback.SignerId?.Value, intake.Now);
        OkSignClient client = http.RequestServices.GetRequiredService<OkSignClient>();
        try
        {
            SignatureConfirmation confirmation = await SignatureConfirmation.AskAsync(client, claim, http.RequestAborted).ConfigureAwait(false);

            // What the service does not know (yet) is for the caller to say again: nobody here will.
            return confirmation.Verdict == Verdict.Handled
                ? (Verdict.Handled, new ConfirmedCallback(callback, [.. confirmation.Signatures.Select(static facts => facts.ToSignature(facts.ToEvent().Key, attempt: 1))]))
                : (confirmation.Verdict == Verdict.Pending ? Verdict.Failed : confirmation.Verdict, null);
        }
        catch (OkSignException exception)
        {
            intake.CannotAsk(exception);
            return (Verdict.Failed, null);
        }
    }
}

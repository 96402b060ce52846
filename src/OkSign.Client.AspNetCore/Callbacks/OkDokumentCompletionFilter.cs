using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// For an endpoint of your own that OKdokument calls: lets a call through that has a secret, can be read, and is confirmed by the service
/// (<c>endpoint.AddEndpointFilter&lt;OkDokumentCompletionFilter&gt;()</c>). The endpoint asks <see cref="CallbackHttpContextExtensions.GetOkDokumentRound"/> what it
/// was, and must not bind the body, which is read here.
/// </summary>
/// <remarks>The secrets are those of <c>AddOkDokumentCallbacks</c>; see <see cref="OkSignCallbackFilter"/> for the rest.</remarks>
public sealed class OkDokumentCompletionFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        HttpContext http = context.HttpContext;
        EventIntake intake = http.RequestServices.GetRequiredService<EventIntake>();
        (OkDokumentCompletion? completion, IResult? refusal) = await http.RequestServices.GetRequiredService<CompletionReader>().ReadAsync(http).ConfigureAwait(false);
        if (completion?.DocumentId is not { } document)
        {
            return refusal;
        }

        var claim = new RoundClaim(document.Value, completion.SignatureRequestId?.Value, intake.Now);
        (Verdict verdict, RoundEnded? round) = await ConfirmAsync(claim, http, intake).ConfigureAwait(false);
        if (round is null)
        {
            return CallbackAnswer.Of(verdict);
        }

        http.Features.Set(round);
        return await next(context).ConfigureAwait(false);
    }

    private static async Task<(Verdict, RoundEnded?)> ConfirmAsync(RoundClaim claim, HttpContext http, EventIntake intake)
    {
        OkDokumentClient client = http.RequestServices.GetRequiredService<OkDokumentClient>();
        try
        {
            return await RoundFacts.AskAsync(client, claim, http.RequestAborted).ConfigureAwait(false) is { } facts
                ? (Verdict.Handled, facts.ToRound(facts.ToEvent().Key, attempt: 1))
                : (Verdict.Failed, null);
        }
        catch (OkSignNotFoundException)
        {
            return (Verdict.NotSo, null);
        }
        catch (OkSignException exception)
        {
            intake.CannotAsk(exception);
            return (Verdict.Failed, null);
        }
    }
}

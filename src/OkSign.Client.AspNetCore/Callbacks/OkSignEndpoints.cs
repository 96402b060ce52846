using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OkSign.Client.AspNetCore;

/// <summary>The endpoints that OKSign calls, and the one that signers come back to.</summary>
internal sealed class OkSignEndpoints(
    CurrentSettings<OkSignCallbackOptions> settings,
    CallbackGuard<OkSignCallbackOptions> guard,
    CallbackReader reader,
    EventIntake intake,
    DeliveryErrorPoller deliveryErrors)
{
    public const string CallbackName = "OkSign.Client.AspNetCore:callback";
    public const string ReturnName = "OkSign.Client.AspNetCore:return";
    public const string DeliveryErrorName = "OkSign.Client.AspNetCore:delivery-error";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/callback" + EndpointDelegates.SecretSegment, EndpointDelegates.Answer(CallbackAsync)).WithName(CallbackName);
        endpoints.MapGet("/return", EndpointDelegates.Answer(ReturnAsync)).WithName(ReturnName);
        endpoints.MapGet("/delivery-error" + EndpointDelegates.SecretSegment, EndpointDelegates.Answer(DeliveryErrorAsync)).WithName(DeliveryErrorName);
    }

    private async ValueTask<IResult> CallbackAsync(HttpContext context)
        => reader.TryRead(context, out OkSignCallback? callback, out IResult? refusal)
            ? await intake.HandleAsync(SignatureClaim.Of(callback, intake.Now)!, settings.Value.AnswerWithin, context.RequestAborted).ConfigureAwait(false)
            : refusal;

    private ValueTask<IResult> ReturnAsync(HttpContext context)
        => OkSignReturn.TryParse(context.Request.QueryString.Value, out OkSignReturn? returned, out _) && settings.Value.GetReturnPage() is { } page
            ? page(context, returned)
            : ValueTask.FromResult<IResult>(new ThanksPage());

    /// <summary>Only a hint to ask for the list of delivery errors, once in three minutes at most: the list is what the service vouches for.</summary>
    private ValueTask<IResult> DeliveryErrorAsync(HttpContext context)
    {
        const string Endpoint = "delivery-error";
        if (guard.Refusal(context, Endpoint) is { } refusal)
        {
            return ValueTask.FromResult(refusal);
        }

        if (!OkSignDeliveryError.TryParse(context.Request.QueryString.Value, out _, out string? reason))
        {
            return ValueTask.FromResult(intake.Unreadable(Endpoint, reason));
        }

        deliveryErrors.AskSoon();
        return ValueTask.FromResult<IResult>(CallbackAnswer.Of(Verdict.Pending));
    }
}

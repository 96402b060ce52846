using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>The endpoint that OKdokument calls, and the one that signers come back to.</summary>
internal sealed class OkDokumentEndpoints(
    CurrentSettings<OkDokumentCallbackOptions> settings,
    CallbackGuard<OkDokumentCallbackOptions> guard,
    EventIntake intake)
{
    public const string CompletionName = "OkSign.Client.AspNetCore:completion";
    public const string ResultName = "OkSign.Client.AspNetCore:result";

    private const string Secret = $"/{{{CallbackGuard<OkDokumentCallbackOptions>.RouteParameter}?}}";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/completion" + Secret, EndpointDelegates.Answer(CompletionAsync)).WithName(CompletionName);
        endpoints.MapGet("/result", EndpointDelegates.Answer(ResultAsync)).WithName(ResultName);
    }

    private async ValueTask<IResult> CompletionAsync(HttpContext context)
    {
        const string Endpoint = "completion";
        if (guard.Refusal(context, Endpoint) is { } refusal)
        {
            return refusal;
        }

        if (await BoundedBody.ReadAsync(context.Request, OkDokumentCompletion.MaxLength, context.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            return new CallbackAnswer(StatusCodes.Status413PayloadTooLarge);
        }

        if (!OkDokumentCompletion.TryParse(body, out OkDokumentCompletion? completion, out string? reason))
        {
            return intake.Unreadable(Endpoint, reason);
        }

        return RoundClaim.Of(completion, intake.Now) is { } claim
            ? await intake.HandleAsync(claim, settings.Value.AnswerWithin, context.RequestAborted).ConfigureAwait(false)
            : intake.Unreadable(Endpoint, "It names no document.");
    }

    private ValueTask<IResult> ResultAsync(HttpContext context)
        => OkDokumentResult.TryParse(context.Request.QueryString.Value, out OkDokumentResult? result, out _) && settings.Value.GetResultPage() is { } page
            ? page(context, result)
            : ValueTask.FromResult<IResult>(new ThanksPage());
}

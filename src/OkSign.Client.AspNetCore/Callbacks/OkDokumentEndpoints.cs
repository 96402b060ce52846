using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>The endpoint that OKdokument calls, and the one that signers come back to.</summary>
internal sealed class OkDokumentEndpoints(
    CurrentSettings<OkDokumentCallbackOptions> settings,
    CompletionReader reader,
    EventIntake intake)
{
    public const string CompletionName = "OkSign.Client.AspNetCore:completion";
    public const string ResultName = "OkSign.Client.AspNetCore:result";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/completion" + EndpointDelegates.SecretSegment, EndpointDelegates.Answer(CompletionAsync)).WithName(CompletionName);
        endpoints.MapGet("/result", EndpointDelegates.Answer(ResultAsync)).WithName(ResultName);
    }

    private async ValueTask<IResult> CompletionAsync(HttpContext context)
    {
        (OkDokumentCompletion? completion, IResult? refusal) = await reader.ReadAsync(context).ConfigureAwait(false);
        return completion is null
            ? refusal!
            : await intake.HandleAsync(RoundClaim.Of(completion, intake.Now)!, settings.Value.AnswerWithin, context.RequestAborted, failedOnceStored: Verdict.Pending).ConfigureAwait(false);
    }

    private ValueTask<IResult> ResultAsync(HttpContext context)
        => OkDokumentResult.TryParse(context.Request.QueryString.Value, out OkDokumentResult? result, out _) && settings.Value.GetResultPage() is { } page
            ? page(context, result)
            : ValueTask.FromResult<IResult>(new ThanksPage());
}

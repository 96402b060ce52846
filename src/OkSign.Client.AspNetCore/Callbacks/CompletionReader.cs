using Microsoft.AspNetCore.Http;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>Lets a call of OKdokument in, and reads it.</summary>
internal sealed class CompletionReader(CallbackGuard<OkDokumentCallbackOptions> guard, EventIntake intake)
{
    private const string Endpoint = "completion";

    /// <returns>What it says, and it names a document; or the answer when it is not let in or cannot be read.</returns>
    public async Task<(OkDokumentCompletion? Completion, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        if (guard.Refusal(context, Endpoint) is { } refusal)
        {
            return (null, refusal);
        }

        if (await BoundedBody.ReadAsync(context.Request, OkDokumentCompletion.MaxLength, context.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            return (null, new CallbackAnswer(StatusCodes.Status413PayloadTooLarge));
        }

        if (!OkDokumentCompletion.TryParse(body, out OkDokumentCompletion? completion, out string? reason))
        {
            return (null, intake.Unreadable(Endpoint, reason));
        }

        return completion.DocumentId is null ? (null, intake.Unreadable(Endpoint, EventIntake.NoDocument)) : (completion, null);
    }
}

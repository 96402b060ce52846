using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.AspNetCore;

/// <summary>Hands what a call tells to the dispatcher, and makes the answer of what comes of it.</summary>
internal sealed class EventIntake(EventDispatcher dispatcher, HostClock clock, ILogger<EventIntake> logger)
{
    public const string NoDocument = "It names no document.";

    public DateTimeOffset Now => clock.TimeProvider.GetUtcNow();

    public IResult Unreadable(string endpoint, string reason)
    {
        logger.Unreadable(endpoint, reason);
        return new CallbackAnswer(StatusCodes.Status400BadRequest);
    }

    public void CannotAsk(OkSignException exception) => logger.CannotConfirm(exception);

    /// <summary>Stores a claim, and waits for the outcome as long as the service may be kept waiting.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="answerWithin">For so long.</param>
    /// <param name="cancellationToken">Whoever called has gone.</param>
    /// <param name="failedOnceStored">
    /// What the service is told when handling failed. OKdokument is told that it is stored: a failure would become the document's state, and nobody could ask
    /// any more how the round had ended.
    /// </param>
    public async Task<IResult> HandleAsync(Claim claim, TimeSpan answerWithin, CancellationToken cancellationToken, Verdict failedOnceStored = Verdict.Failed)
    {
        try
        {
            await dispatcher.StoreAsync(claim.Event, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever called has to call again: nobody here will know.
            logger.StoreFailed(exception);
            return CallbackAnswer.Of(Verdict.Failed);
        }

        try
        {
            Verdict verdict = await dispatcher.HandleClaimAsync(claim.Event.Key, claim.LeadsTo)
                .WaitAsync(answerWithin, clock.TimeProvider, cancellationToken).ConfigureAwait(false);
            return CallbackAnswer.Of(verdict == Verdict.Failed ? failedOnceStored : verdict);
        }
        catch (TimeoutException)
        {
            return CallbackAnswer.Of(Verdict.Pending);
        }
    }
}

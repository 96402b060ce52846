using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.AspNetCore;

/// <summary>Hands what a call tells to the dispatcher, and makes the answer of what comes of it.</summary>
internal sealed class EventIntake(EventDispatcher dispatcher, HostClock clock, ILogger<EventIntake> logger)
{
    public DateTimeOffset Now => clock.TimeProvider.GetUtcNow();

    public IResult Unreadable(string endpoint, string reason)
    {
        logger.Unreadable(endpoint, reason);
        return new CallbackAnswer(StatusCodes.Status400BadRequest);
    }

    public void CannotAsk(OkSignException exception) => logger.CannotConfirm(exception);

    /// <summary>Waits for the outcome as long as the service may be kept waiting.</summary>
    public async Task<IResult> HandleAsync(StoredEvent claim, TimeSpan answerWithin, CancellationToken cancellationToken)
    {
        try
        {
            Verdict verdict = await dispatcher.HandleAsync(claim, cancellationToken)
                .WaitAsync(answerWithin, clock.TimeProvider, cancellationToken).ConfigureAwait(false);
            return CallbackAnswer.Of(verdict);
        }
        catch (TimeoutException)
        {
            return CallbackAnswer.Of(Verdict.Pending);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // It could not be stored: whoever called has to call again.
            logger.StoreFailed(exception);
            return CallbackAnswer.Of(Verdict.Failed);
        }
    }
}

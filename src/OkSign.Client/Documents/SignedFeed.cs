using System.Runtime.CompilerServices;

namespace OkSign.Client;

/// <summary>The signatures as they come in: asks for one window after the other, and reports what each adds.</summary>
internal sealed class SignedFeed(
    Func<DateTimeOffset, DateTimeOffset, CancellationToken, Task<IReadOnlyList<SigningEvent>>> list,
    SignedFeedOptions options,
    TimeProvider clock)
{
    public async IAsyncEnumerable<SignedFeedItem> AfterAsync(
        SignedFeedCheckpoint checkpoint,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pace = new PollPace(clock, options.Interval, checkpoint.NotBefore);
        while (true)
        {
            await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
            foreach (SignedFeedItem item in await PollAsync(checkpoint, pace, cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                checkpoint = item.Checkpoint;
                yield return item;
            }
        }
    }

    private async Task<IEnumerable<SignedFeedItem>> PollAsync(SignedFeedCheckpoint before, PollPace pace, CancellationToken cancellationToken)
    {
        var window = SignedFeedWindow.After(before, options, clock.GetUtcNow());
        try
        {
            IReadOnlyList<SigningEvent> rows = await list(window.From, window.Until, cancellationToken).ConfigureAwait(false);
            return new SignedFeedAnswer(before, window, rows).Items(options, pace.Called(hint: null));
        }
        catch (OkSignException failure) when (IsPassing(failure))
        {
            DateTimeOffset notBefore = pace.Called((failure as OkSignRateLimitException)?.RetryAfter);
            return [new SignedFeedItem(new(before.From, notBefore, before.Reported, before.IsBeginning)) { Failure = failure }];
        }
    }

    /// <summary>Whether the same question may be answered later. Wrong credentials and what the service refuses do not mend themselves.</summary>
    private static bool IsPassing(OkSignException failure)
        => failure is OkSignTransportException
            or OkSignRateLimitException
            or OkSignTooSoonException
            or OkSignUnexpectedContentException;
}

using System.Net;

namespace OkSign.Client;

/// <summary>The two limits of time: for an answer to come, and for a transfer to stand still.</summary>
internal sealed class Timeouts(TimeSpan attempt, TimeSpan idle, TimeProvider timeProvider)
{
    public TimeSpan Attempt => attempt;

    public TimeSpan Idle => idle;

    /// <summary>A point in time, for <see cref="IdleWithinAttempt"/>.</summary>
    public long Now() => timeProvider.GetTimestamp();

    /// <summary>How long something may stand still that has no more than <see cref="Attempt"/> as a whole.</summary>
    public TimeSpan IdleWithinAttempt(long began)
    {
        TimeSpan left = attempt - timeProvider.GetElapsedTime(began);
        return left > idle ? idle : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Runs a piece of work under a limit that the work may set anew.</summary>
    /// <param name="limit">The limit to begin with.</param>
    /// <param name="complaint">What to say when it has passed.</param>
    /// <param name="work">The work, with the timer of its limit and the token that ends it.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="TimeoutException">The limit passed first.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled first.</exception>
    public async Task<T> RunAsync<T>(
        TimeSpan limit,
        Func<string> complaint,
        Func<CancellationTokenSource, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource timer = Start(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await work(timer, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (either.IsCancellationRequested && IsAbort(exception))
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException("The call was cancelled.", exception, cancellationToken)
                : new TimeoutException(complaint(), exception);
        }
    }

    // An aborted transfer shows as a cancellation or, where the connection was torn down under it, as a broken one.
    private static bool IsAbort(Exception exception)
        => exception is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException or WebException;

    private CancellationTokenSource Start(TimeSpan limit)
#if NET
        => new(limit, timeProvider);
#else
        => timeProvider.CreateCancellationTokenSource(limit);
#endif
}

namespace OkSign.Client;

/// <summary>The two limits of time: for an answer to come, and for a transfer to stand still.</summary>
internal sealed class Timeouts(TimeSpan attempt, TimeSpan idle, TimeProvider timeProvider)
{
    public TimeSpan Attempt => attempt;

    public TimeSpan Idle => idle;

    /// <summary>Runs a piece of work under a limit that the work may extend.</summary>
    /// <exception cref="TimeoutException">The limit passed first.</exception>
    public async Task<T> RunAsync<T>(TimeSpan limit, string complaint, Func<CancellationTokenSource, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timer = Start(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await work(timer, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested && IsAbort(exception))
        {
            throw new TimeoutException(complaint, exception);
        }
    }

    // An aborted transfer shows as a cancellation or, where the handler tore the connection down, as a broken one.
    private static bool IsAbort(Exception exception) => exception is OperationCanceledException or HttpRequestException or IOException;

    private CancellationTokenSource Start(TimeSpan limit)
#if NET
        => new(limit, timeProvider);
#else
        => timeProvider.CreateCancellationTokenSource(limit);
#endif
}

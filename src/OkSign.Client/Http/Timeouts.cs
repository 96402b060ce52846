using System.Collections.Concurrent;
using System.Net;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace OkSign.Client;

/// <summary>The two limits of time: for an answer to come, and for a transfer to stand still.</summary>
internal sealed class Timeouts(TimeSpan attempt, TimeSpan idle, TimeProvider timeProvider)
{
    private const int MaxSpares = 32;

    // A large document comes in thousands of reads: a new timer for each would be most of what a download allocates.
    private readonly ConcurrentQueue<CancellationTokenSource> _spares = new();

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

    /// <summary>Reads from an answer under a limit, leaving no object behind. The work must be done with its token when it returns.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="complaint">What to say when it has passed.</param>
    /// <param name="state">What the work needs to know.</param>
    /// <param name="work">The work, with the token that ends it.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="TimeoutException">The limit passed first.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled first.</exception>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public async ValueTask<T> ReceiveAsync<TState, T>(
        HttpResponseMessage response,
        TimeSpan limit,
        Func<Timeouts, string> complaint,
        TState state,
        Func<TState, CancellationToken, ValueTask<T>> work,
        CancellationToken cancellationToken)
    {
        CancellationTokenSource timer = Borrow(limit);
        try
        {
            using CancellationTokenRegistration caller = CancelWith(timer, cancellationToken);
            using CancellationTokenRegistration abort = response.DisposeOn(timer.Token);
            return await work(state, timer.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsAbort(exception, timer))
        {
            throw ToFailure(exception, complaint(this), cancellationToken);
        }
        finally
        {
            GiveBack(timer);
        }
    }

    /// <summary>What a linked source does, without a second source.</summary>
    public static CancellationTokenRegistration CancelWith(CancellationTokenSource timer, CancellationToken cancellationToken)
        => cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), timer);

    /// <summary>Whether an exception came because the timer ended a transfer.</summary>
    public static bool IsAbort(Exception exception, CancellationTokenSource timer)
        // An aborted transfer shows as a cancellation or, where the connection was torn down under it, as a broken one.
        => timer.IsCancellationRequested
            && exception is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException or WebException;

    /// <summary>What such an exception really was.</summary>
    public static Exception ToFailure(Exception exception, string complaint, CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested
            ? new OperationCanceledException("The call was cancelled.", exception, cancellationToken)
            : new TimeoutException(complaint, exception);

    public CancellationTokenSource Start(TimeSpan limit)
#if NET
        => new(limit, timeProvider);
#else
        => timeProvider.CreateCancellationTokenSource(limit);
#endif

    /// <summary>A timer for work that is done with its token when it gives the timer back.</summary>
    public CancellationTokenSource Borrow(TimeSpan limit)
    {
        if (!_spares.TryDequeue(out CancellationTokenSource? timer))
        {
            return Start(limit);
        }

        timer.CancelAfter(limit);
        return timer;
    }

    public void GiveBack(CancellationTokenSource timer)
    {
        if (_spares.Count < MaxSpares && TryReset(timer))
        {
            _spares.Enqueue(timer);
        }
        else
        {
            timer.Dispose();
        }
    }

    // .NET Framework cannot use one twice.
    private static bool TryReset(CancellationTokenSource timer)
#if NET
        => timer.TryReset();
#else
        => timer is null;
#endif
}

using System.Threading.RateLimiting;

namespace OkSign.Client;

/// <summary>
/// Keeps a sliding window as the service sees it. The service counts a call when it arrives, which is before its answer is here; so a
/// permit is free again one window after its lease was given back, and the lease is given back when the answer is here. However long the
/// way is, the service never sees too many calls in a window.
/// </summary>
internal sealed class WindowLimiter : RateLimiter
{
    // Timers fire a little early and clocks are corrected; the service should not be the one to notice.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(5);

    private readonly object _gate = new();
    private readonly Queue<Waiter> _waiters = new();
    private readonly Queue<long> _givenBack = new();
    private readonly int _calls;
    private readonly TimeSpan _window;
    private readonly TimeSpan _longestWait;
    private readonly TimeProvider _timeProvider;
    private int _free;
    private long _granted;
    private long _refused;
    private bool _isDisposed;

    /// <param name="limit">How many calls in which window.</param>
    /// <param name="longestWait">A permit that will surely take longer is refused at once, with the time that it takes.</param>
    /// <param name="timeProvider">The clock.</param>
    public WindowLimiter(OperationLimit limit, TimeSpan longestWait, TimeProvider timeProvider)
    {
        _calls = limit.Calls;
        _window = limit.Window + Slack;
        _longestWait = longestWait;
        _timeProvider = timeProvider;
        _free = limit.Calls;
    }

    public override TimeSpan? IdleDuration => null;

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _free,
                CurrentQueuedCount = WaitingCount,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    private int WaitingCount => _waiters.Count(static waiter => !waiter.Task.IsCompleted);

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            return permitCount == 0 ? Lease.Nothing : TryTake(permitCount) ?? Refuse();
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (permitCount == 0)
            {
                return new ValueTask<RateLimitLease>(Lease.Nothing);
            }

            if (TryTake(permitCount) is { } lease)
            {
                return new ValueTask<RateLimitLease>(lease);
            }

            if (_longestWait != Timeout.InfiniteTimeSpan && NextWait() > _longestWait)
            {
                return new ValueTask<RateLimitLease>(Refuse());
            }

            _waiters.Enqueue(waiter = new Waiter());
        }

        waiter.CancelWith(cancellationToken);
        return new ValueTask<RateLimitLease>(waiter.Task);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            EndWaits();
        }

        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        EndWaits();
        return base.DisposeAsyncCore();
    }

    private static void ThrowIfMoreThanOne(int permitCount)
    {
        if (permitCount != 1)
        {
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "One call takes one permit.");
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    private Lease? TryTake(int permitCount)
    {
        ThrowIfMoreThanOne(permitCount);
        ThrowIfDisposed();
        return _free > 0 ? Take() : null;
    }

    private Lease Refuse()
    {
        _refused++;
        return Lease.Refused(NextWait());
    }

    /// <summary>How long the next one to wait has to, at least: a permit that is still in use comes back a window later.</summary>
    private TimeSpan NextWait()
    {
        int rounds = Math.DivRem(WaitingCount, _calls, out int turn);
        TimeSpan wait = turn < _givenBack.Count
            ? _window - _timeProvider.GetElapsedTime(_givenBack.ElementAt(turn))
            : _window;
        return TimeSpan.FromTicks(Math.Max(0, wait.Ticks) + (rounds * _window.Ticks));
    }

    private Lease Take()
    {
        _free--;
        _granted++;
        return new Lease(this);
    }

    private void EndWaits()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_waiters.Count > 0)
            {
                _waiters.Dequeue().TryFail(new ObjectDisposedException(nameof(WindowLimiter)));
            }
        }
    }

    private void GiveBack()
    {
        lock (_gate)
        {
            _givenBack.Enqueue(_timeProvider.GetTimestamp());
        }

        // The timer holds itself until it has fired: its state refers to it.
        var holder = new ITimer?[1];
        holder[0] = _timeProvider.CreateTimer(
            _ =>
            {
                holder[0]?.Dispose();
                Free();
            },
            state: null,
            _window,
            Timeout.InfiniteTimeSpan);
    }

    private void Free()
    {
        lock (_gate)
        {
            _givenBack.Dequeue();
            _free++;
            while (_free > 0 && _waiters.Count > 0)
            {
                Lease lease = Take();
                if (!_waiters.Dequeue().TryGrant(lease))
                {
                    // That one had given up.
                    _free++;
                    _granted--;
                }
            }
        }
    }

    private sealed class Waiter
    {
        private readonly TaskCompletionSource<RateLimitLease> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private CancellationTokenRegistration _registration;

        public Task<RateLimitLease> Task => _source.Task;

        public void CancelWith(CancellationToken cancellationToken)
        {
            if (cancellationToken.CanBeCanceled)
            {
                _registration = cancellationToken.Register(() => _source.TrySetCanceled(cancellationToken));
            }
        }

        public bool TryGrant(Lease lease)
        {
            _registration.Dispose();
            return _source.TrySetResult(lease);
        }

        public void TryFail(Exception exception)
        {
            _registration.Dispose();
            _source.TrySetException(exception);
        }
    }

    private sealed class Lease(WindowLimiter? limiter, TimeSpan? retryAfter = null) : RateLimitLease
    {
        private WindowLimiter? _limiter = limiter;

        public static Lease Nothing { get; } = new(null);

        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public static Lease Refused(TimeSpan retryAfter) => new(null, retryAfter);

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Interlocked.Exchange(ref _limiter, null)?.GiveBack();
            }

            base.Dispose(disposing);
        }
    }
}

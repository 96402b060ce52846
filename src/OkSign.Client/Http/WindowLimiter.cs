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
    private readonly TimeSpan _window;
    private readonly TimeProvider _timeProvider;
    private int _free;
    private long _granted;
    private long _refused;
    private bool _isDisposed;

    public WindowLimiter(OperationLimit limit, TimeProvider timeProvider)
    {
        _window = limit.Window + Slack;
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
                CurrentQueuedCount = _waiters.Count(static waiter => !waiter.Task.IsCompleted),
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            return permitCount == 0 ? Lease.Nothing : TryTake(permitCount) ?? Lease.Refused;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            if (permitCount == 0)
            {
                return new ValueTask<RateLimitLease>(Lease.Nothing);
            }

            if (_waiters.Count == 0 && TryTake(permitCount) is { } lease)
            {
                return new ValueTask<RateLimitLease>(lease);
            }

            ThrowIfMoreThanOne(permitCount);
            ThrowIfDisposed();
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
        if (_free == 0)
        {
            _refused++;
            return null;
        }

        return Take();
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

    private sealed class Lease(WindowLimiter? limiter, bool isAcquired = true) : RateLimitLease
    {
        private WindowLimiter? _limiter = limiter;

        public static Lease Nothing { get; } = new(null);

        public static Lease Refused { get; } = new(null, isAcquired: false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
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

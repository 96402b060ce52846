namespace OkSign.Client;

/// <summary>How far an attempt has come, which decides how much time it has and what to say when that is over.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly Timeouts _timeouts;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationToken _callersToken;
    private readonly CancellationTokenRegistration _caller;
    private readonly bool _isTimerShared;
    private Phase _phase;
    private long _answerBegan;

    /// <param name="timeouts">The limits.</param>
    /// <param name="hasBody">Whether a body is sent, which may outlive the answer: then nobody else can have the timer afterwards.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public AttemptLimit(Timeouts timeouts, bool hasBody, CancellationToken cancellationToken)
    {
        _timeouts = timeouts;
        _callersToken = cancellationToken;
        _isTimerShared = !hasBody;
        _timer = hasBody ? timeouts.Start(timeouts.Attempt) : timeouts.Borrow(timeouts.Attempt);
        _caller = Timeouts.CancelWith(_timer, cancellationToken);
    }

    private enum Phase
    {
        Waiting,
        Sending,
        Receiving,
    }

    /// <summary>Ends the attempt.</summary>
    public CancellationToken Token => _timer.Token;

    /// <summary>Some of a long body went out, or the last of it.</summary>
    public void Sent(bool isAll)
    {
        _phase = isAll ? Phase.Waiting : Phase.Sending;
        _timer.CancelAfter(isAll ? _timeouts.Attempt : _timeouts.Idle);
    }

    /// <summary>The answer's head came, or some of its body: it may not stand still, and has no more time as a whole than its head had.</summary>
    public void Received()
    {
        if (_phase != Phase.Receiving)
        {
            _phase = Phase.Receiving;
            _answerBegan = _timeouts.Now();
        }

        _timer.CancelAfter(_timeouts.IdleWithinAttempt(_answerBegan));
    }

    /// <summary>Says what an exception really was that came because the attempt was ended.</summary>
    /// <exception cref="TimeoutException">The time was over.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public void ThrowIfPassed(Exception exception)
    {
        if (Timeouts.IsAbort(exception, _timer))
        {
            throw Timeouts.ToFailure(exception, Complaint(), _callersToken);
        }
    }

    public void Dispose()
    {
        _caller.Dispose();
        if (_isTimerShared)
        {
            _timeouts.GiveBack(_timer);
        }
        else
        {
            _timer.Dispose();
        }
    }

    private string Complaint()
        => _phase switch
        {
            Phase.Sending => $"no byte could be sent for {_timeouts.Idle.TotalSeconds} s",
            Phase.Receiving => $"the answer stood still for {_timeouts.Idle.TotalSeconds} s or did not end within {_timeouts.Attempt.TotalSeconds} s",
            _ => $"no answer came within {_timeouts.Attempt.TotalSeconds} s",
        };
}

namespace OkSign.Client;

/// <summary>How far an attempt has come, which decides how much time it has and what to say when that is over.</summary>
internal sealed class AttemptProgress(Timeouts timeouts)
{
    private Phase _phase;
    private long _answerBegan;

    private enum Phase
    {
        Waiting,
        Sending,
        Receiving,
    }

    /// <summary>The timer that ends the attempt.</summary>
    public CancellationTokenSource? Timer { get; set; }

    /// <summary>Some of a long body went out, or the last of it.</summary>
    public void Sent(bool isAll)
    {
        _phase = isAll ? Phase.Waiting : Phase.Sending;
        Timer!.CancelAfter(isAll ? timeouts.Attempt : timeouts.Idle);
    }

    /// <summary>The answer's head came, or some of its body: it may not stand still, and has no more time as a whole than its head had.</summary>
    public void Received()
    {
        if (_phase != Phase.Receiving)
        {
            _phase = Phase.Receiving;
            _answerBegan = timeouts.Now();
        }

        Timer!.CancelAfter(timeouts.IdleWithinAttempt(_answerBegan));
    }

    public string Complaint()
        => _phase switch
        {
            Phase.Sending => $"no byte could be sent for {timeouts.Idle.TotalSeconds} s",
            Phase.Receiving => $"the answer stood still for {timeouts.Idle.TotalSeconds} s or did not end within {timeouts.Attempt.TotalSeconds} s",
            _ => $"no answer came within {timeouts.Attempt.TotalSeconds} s",
        };
}

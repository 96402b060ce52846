using Polly;
using Polly.Retry;

namespace OkSign.Client;

/// <summary>Makes further attempts where <see cref="RetryRules"/> allows it, and keeps account of what became of each.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<Run> RunKey = new("OkSign.Client.Run");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly OkSignRetryOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _randomizer;

    public RetryHandler(OkSignRetryOptions options, TimeProvider timeProvider, Func<double> randomizer)
    {
        _options = options;
        _timeProvider = timeProvider;
        _randomizer = randomizer;
        _pipeline = CreatePipeline();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => OperationCall.Of(request) is { } call
            ? RunAsync(new Run(request, call, _timeProvider.GetTimestamp()), cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private static AttemptOutcome OutcomeOf(HttpResponseMessage response, OperationCall call)
        => call is { Operation.CanBeTooSoon: true, Answer: { } answer } && response.IsSuccessStatusCode && FailedAnswer.IsTooSoon(answer.Bytes.Memory)
            ? AttemptOutcome.TooSoon
            : RetryRules.OutcomeOf(response.StatusCode);

    private ResiliencePipeline<HttpResponseMessage> CreatePipeline()
        => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // Which attempt is the last one depends on the failures.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => new ValueTask<bool>(
                    arguments.Context.Properties.TryGetValue(RunKey, out Run? run)
                    && TryPlan(run, arguments.Outcome, arguments.Context.CancellationToken)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(
                    arguments.Context.Properties.TryGetValue(RunKey, out Run? run) ? run.Pause : null),
            })
            .Build();

    private async Task<HttpResponseMessage> RunAsync(Run run, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(RunKey, run);
            return await _pipeline.ExecuteAsync(
                static (context, state) => state.Handler.AttemptAsync(state.Run, context.CancellationToken),
                context,
                (Handler: this, Run: run)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await base.SendAsync(run.Request, cancellationToken).ConfigureAwait(false);
            run.Call.EndAttempt(OutcomeOf(response, run.Call));
            return response;
        }
        catch (Exception exception) when (exception is not OkSignException)
        {
            // What is left out here comes from a limiter that let nothing through: there was no attempt.
            run.Call.EndAttempt(TransportFailure.OutcomeOf(exception, run.Request));
            throw;
        }
    }

    /// <summary>Decides on a further attempt, and on the pause before it.</summary>
    private bool TryPlan(Run run, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        OperationCall call = run.Call;
        bool isFailureOfTheWay = outcome.Exception is null || TransportFailure.IsOf(outcome.Exception, cancellationToken);
        bool isAllowed = isFailureOfTheWay
            && !cancellationToken.IsCancellationRequested
            && RetryRules.MayRepeat(call)
            && run.Request.Content is not RequestBody { CanBeSentAgain: false };
        if (!isAllowed || !HasRetryLeft(run) || PauseAfter(run, outcome.Result) is not { } pause)
        {
            return false;
        }

        run.Plan(pause);
        call.AllowAgain();
        return true;
    }

    /// <summary>Failures are counted. "Too soon" is none: it passes, though nobody knows when, so that only the budget ends it.</summary>
    private bool HasRetryLeft(Run run)
        => run.Call.Outcome == AttemptOutcome.TooSoon ? _options.MaxRetries > 0 : run.Failures < _options.MaxRetries;

    /// <summary>
    /// What the service asks for, or else a random part of an exponentially growing span ("full jitter"). Null when that is longer than
    /// this client waits by itself.
    /// </summary>
    private TimeSpan? PauseAfter(Run run, HttpResponseMessage? response)
    {
        TimeSpan? wanted = response is null ? null : WantedPause(response, run.Call.Operation);
        if (wanted > _options.MaxDelay)
        {
            return null;
        }

        TimeSpan pause = wanted > TimeSpan.Zero ? wanted.Value : Backoff(run.Repetitions);
        return _timeProvider.GetElapsedTime(run.Start) + pause <= _options.Budget ? pause : null;
    }

    /// <summary>What the answer asks for, or what the operation is known to want when it was called too often.</summary>
    private TimeSpan? WantedPause(HttpResponseMessage response, Operation operation)
        => RetryAfter.Of(response, _timeProvider) ?? ((int)response.StatusCode == 429 ? operation.Limit?.Window : null);

    private TimeSpan Backoff(int repetitions)
    {
        double span = _options.BaseDelay.TotalMilliseconds * Math.Pow(2, repetitions);
        return TimeSpan.FromMilliseconds(Math.Min(span, _options.MaxDelay.TotalMilliseconds) * _randomizer());
    }

    /// <summary>One request and its repetitions.</summary>
    private sealed class Run(HttpRequestMessage request, OperationCall call, long start)
    {
        public HttpRequestMessage Request => request;

        public OperationCall Call => call;

        public long Start => start;

        /// <summary>How many further attempts were made or decided on.</summary>
        public int Repetitions { get; private set; }

        /// <summary>How many of them were after failures that count.</summary>
        public int Failures { get; private set; }

        /// <summary>The pause before the next attempt.</summary>
        public TimeSpan Pause { get; private set; }

        public void Plan(TimeSpan pause)
        {
            Pause = pause;
            Repetitions++;
            Failures += call.Outcome == AttemptOutcome.TooSoon ? 0 : 1;
        }
    }
}

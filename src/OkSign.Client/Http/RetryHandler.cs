#if NET
using System.Runtime.CompilerServices;
#endif
using Polly;
using Polly.Retry;

namespace OkSign.Client;

/// <summary>Makes further attempts where <see cref="RetryRules"/> allows it, and keeps account of what became of each.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<Run> RunKey = new("OkSign.Client.Run");

    // Most programs never need it in their first call, and some never.
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;
    private readonly OkSignRetryOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _randomizer;

    public RetryHandler(OkSignRetryOptions options, TimeProvider timeProvider, Func<double> randomizer)
    {
        _options = options;
        _timeProvider = timeProvider;
        _randomizer = randomizer;
        _pipeline = new Lazy<ResiliencePipeline<HttpResponseMessage>>(CreatePipeline);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => OperationCall.Of(request) is { } call
            ? SendAsync(request, call, cancellationToken)
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

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, OperationCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long start = _timeProvider.GetTimestamp();
        Outcome<HttpResponseMessage> first = await AttemptAsync(request, call, cancellationToken).ConfigureAwait(false);

        // Nearly all calls end here, and need none of what follows.
        if (!RetryRules.MayRepeat(call))
        {
            first.ThrowIfException();
            return first.Result!;
        }

        return await RepeatAsync(new Run(request, call, start, first), cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> RepeatAsync(Run run, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(RunKey, run);
            Outcome<HttpResponseMessage> outcome = await _pipeline.Value.ExecuteOutcomeAsync(
                static (context, state) => state.Handler.NextAttemptAsync(state.Run, context.CancellationToken),
                context,
                (Handler: this, Run: run)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ValueTask<Outcome<HttpResponseMessage>> NextAttemptAsync(Run run, CancellationToken cancellationToken)
        => run.Repetitions == 0
            ? new ValueTask<Outcome<HttpResponseMessage>>(run.First)
            : AttemptAsync(run.Request, run.Call, cancellationToken);

#if NET
    // Every call comes by here and awaits it once, so that its state can be used again.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(HttpRequestMessage request, OperationCall call, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            call.EndAttempt(OutcomeOf(response, call));
            return Outcome.FromResult(response);
        }
        catch (OkSignException refusal)
        {
            // A limiter let nothing through: there was no attempt.
            call.EndAttempt(AttemptOutcome.Answered);
            return Outcome.FromException<HttpResponseMessage>(refusal);
        }
        catch (Exception exception)
        {
            call.EndAttempt(TransportFailure.OutcomeOf(exception, request));
            return Outcome.FromException<HttpResponseMessage>(exception);
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
        call.Telemetry?.Repeats(call, outcome.Exception, pause);
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
    private sealed class Run(HttpRequestMessage request, OperationCall call, long start, Outcome<HttpResponseMessage> first)
    {
        public HttpRequestMessage Request => request;

        public OperationCall Call => call;

        public long Start => start;

        public Outcome<HttpResponseMessage> First => first;

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

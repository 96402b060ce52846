using System.Net;
using Polly;
using Polly.Retry;

namespace OkSign.Client;

/// <summary>Repeats what may be repeated, reads and idempotent writes, after failures that pass. Everything else is sent once.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<OperationCall?> CallKey = new(OperationCall.Key);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly OkSignRetryOptions _options;
    private readonly TimeProvider _timeProvider;

    public RetryHandler(OkSignRetryOptions options, TimeProvider timeProvider, Func<double> randomizer)
    {
        _options = options;
        _timeProvider = timeProvider;
        _pipeline = options.MaxRetries == 0
            ? ResiliencePipeline<HttpResponseMessage>.Empty
            : CreatePipeline(randomizer);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(CallKey, OperationCall.Of(request));
            return await _pipeline.ExecuteAsync(
                static (context, state) => state.Handler.SendOnceAsync(state.Request, context.CancellationToken),
                context,
                (Handler: this, Request: request)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsPassing(HttpStatusCode status)
        => status is HttpStatusCode.RequestTimeout
            or (HttpStatusCode)429
            or HttpStatusCode.InternalServerError
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout;

    private ResiliencePipeline<HttpResponseMessage> CreatePipeline(Func<double> randomizer)
        => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = _options.MaxRetries,
                ShouldHandle = arguments => new ValueTask<bool>(
                    arguments.Context.Properties.TryGetValue(CallKey, out OperationCall? call)
                    && call is { Operation: { Class: OperationClass.Read or OperationClass.IdempotentWrite, IsRepeatable: true } }
                    && IsPassing(arguments.Outcome, call.Operation)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(DelayBefore(arguments, randomizer)),
            })
            .Build();

    private async ValueTask<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

    private bool IsPassing(Outcome<HttpResponseMessage> outcome, Operation operation)
        => outcome switch
        {
            { Exception: { } exception } => TransportFailure.Is(exception),

            // Above the cap, waiting is the caller's decision, not ours.
            { Result: { } response } => IsPassing(response.StatusCode) && !(WantedDelay(response, operation) > _options.MaxDelay),
            _ => false,
        };

    /// <summary>What the service asks for in its answer, or is known to want when it was called too often.</summary>
    private TimeSpan? WantedDelay(HttpResponseMessage response, Operation operation)
    {
        bool isTooOften = (int)response.StatusCode == 429 && operation.Interval > TimeSpan.Zero;
        return RetryAfter.Of(response, _timeProvider) ?? (isTooOften ? operation.Interval : null);
    }

    /// <summary>What the service asks for, or else a random part of an exponentially growing span ("full jitter").</summary>
    private TimeSpan DelayBefore(RetryDelayGeneratorArguments<HttpResponseMessage> arguments, Func<double> randomizer)
    {
        if (arguments.Outcome.Result is { } response && RetryAfter.Of(response, _timeProvider) is { } hint)
        {
            return hint;
        }

        double span = _options.BaseDelay.TotalMilliseconds * Math.Pow(2, arguments.AttemptNumber);
        return TimeSpan.FromMilliseconds(Math.Min(span, _options.MaxDelay.TotalMilliseconds) * randomizer());
    }
}

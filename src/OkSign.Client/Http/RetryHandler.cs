using System.Net;
using Polly;
using Polly.Retry;

namespace OkSign.Client;

/// <summary>Repeats what may be repeated: reads, after failures that pass. Everything else is sent once.</summary>
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

    private static bool MayRepeat(ResilienceContext context)
        => context.Properties.TryGetValue(CallKey, out OperationCall? call) && call is { Operation.Class: OperationClass.Read };

    private ResiliencePipeline<HttpResponseMessage> CreatePipeline(Func<double> randomizer)
        => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = _options.MaxRetries,
                ShouldHandle = arguments => new ValueTask<bool>(MayRepeat(arguments.Context) && IsPassing(arguments.Outcome)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(DelayBefore(arguments, randomizer)),
            })
            .Build();

    private async ValueTask<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

    private bool IsPassing(Outcome<HttpResponseMessage> outcome)
        => outcome switch
        {
            { Exception: { } exception } => TransportFailure.Is(exception),

            // A hint above the cap means that waiting is the caller's decision, not ours.
            { Result: { } response } => IsPassing(response.StatusCode) && !(RetryAfter.Of(response, _timeProvider) > _options.MaxDelay),
            _ => false,
        };

    /// <summary>What the service asks for, or else a random part of an exponentially growing span ("full jitter").</summary>
    private TimeSpan DelayBefore(RetryDelayGeneratorArguments<HttpResponseMessage> arguments, Func<double> randomizer)
    {
        if (arguments.Outcome.Result is { } response && RetryAfter.Of(response, _timeProvider) is { } hint)
        {
            return hint;
        }

        double span = Math.Min(_options.BaseDelay.TotalMilliseconds * Math.Pow(2, arguments.AttemptNumber), _options.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(span * randomizer());
    }
}

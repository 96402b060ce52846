using Refit;

namespace OkSign.Client;

/// <summary>What the clients of both services have in common: the connections, and the way out for any other request.</summary>
public abstract class ServiceClient : IDisposable, IAsyncDisposable
{
    private static readonly RefitSettings RefitSettings = new()
    {
        // Failures come to the runner as they are; Refit has no part in telling what they mean.
        TransportExceptionFactory = static (_, exception, _) => exception,
    };

    private readonly HttpClient? _http;

    private protected ServiceClient(HttpClient http, ServiceClientOptions options, TimeProvider timeProvider)
    {
        OperationTelemetry telemetry = options.ToTelemetry(timeProvider);
        telemetry.Created(options);
        _http = http;
        TimeProvider = timeProvider;
        Run = new OperationRunner(
            options.GetTraits().AnswerForm,
            options.ToTimeouts(timeProvider),
            timeProvider,
            new Redactor(options.GetKey()!.Secrets, options.GetTraits().HasIdsInPaths),
            options.ToWireRewriter(),
            telemetry);
        Raw = new RawClient(http, Run);
    }

    /// <summary>For mocking.</summary>
    protected ServiceClient()
    {
        TimeProvider = TimeProvider.System;
        Run = null!;
        Raw = null!;
    }

    /// <summary>Any other request to the service.</summary>
    public virtual RawClient Raw { get; }

    private protected TimeProvider TimeProvider { get; }

    private protected OperationRunner Run { get; }

    /// <summary>Closes the connections, if this client owns them.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, if this client owns them.</summary>
    public virtual ValueTask DisposeAsync()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>Closes the connections, if this client owns them.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http?.Dispose();
        }
    }

    private protected TApi Api<TApi>() => RestService.ForGenerated<TApi>(_http!, RefitSettings);
}

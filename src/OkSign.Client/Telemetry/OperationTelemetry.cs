using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;

namespace OkSign.Client;

/// <summary>
/// Tells listeners about the calls of one client: a span for each operation, one for each attempt under it, metrics and log messages.
/// Allocates nothing where nobody listens.
/// </summary>
internal sealed class OperationTelemetry(ILogger logger, Uri baseAddress, TimeProvider timeProvider)
{
    private readonly string _basePath = baseAddress.AbsolutePath.TrimEnd('/');
    private readonly KeyValuePair<string, object?> _serverAddress = new(TagNames.ServerAddress, baseAddress.Host);
    private readonly KeyValuePair<string, object?> _serverPort = new(TagNames.ServerPort, baseAddress.Port);

    public void Created(ServiceClientOptions options)
        => logger.ClientCreated(
            baseAddress.Host,
            baseAddress.Port,
            options.AttemptTimeout,
            options.IdleTimeout,
            options.Retry.MaxRetries,
            options.Retry.Budget);

    public OperationObservation Begin(OperationCall call)
    {
        call.Telemetry = this;
        return new OperationObservation(this, call, StartOperation(call.Operation), timeProvider.GetTimestamp());
    }

    public void End(OperationCall call, Activity? span, long began)
    {
        // Who asked for an answer as it is gets one that says no without an exception.
        string? error = call.Failure is { } failure ? ErrorType.Of(failure) : call.Answer is null ? ErrorType.Of(call.Status) : null;
        if (Instruments.OperationDuration.Enabled)
        {
            Record(call, error, timeProvider.GetElapsedTime(began));
        }

        End(span, call.Status, error);
        if (error is not null)
        {
            logger.OperationFailed(call.Operation.PublicName, call.Attempts, error);
        }
    }

    /// <summary>The span of one attempt; null when nobody wants it.</summary>
    public Activity? StartAttempt(HttpRequestMessage request, OperationCall call)
    {
        string? method = MethodOf(request);
        string? template = call.PathTemplate ?? TemplateOf(request, call.Operation);
        List<KeyValuePair<string, object?>> tags = [new(TagNames.RequestMethod, method ?? "_OTHER"), _serverAddress, _serverPort];
        if (template is not null)
        {
            tags.Add(new(TagNames.Template, template));
        }

        if (call.Attempts > 0)
        {
            tags.Add(new(TagNames.ResendCount, call.Attempts));
        }

        string name = template is null ? method ?? "HTTP" : $"{method ?? "HTTP"} {template}";
        return Instruments.Source.StartActivity(name, ActivityKind.Client, parentContext: default, tags);
    }

    /// <summary>Ends the span of an attempt, which failed by this exception or has this status.</summary>
    public static void EndAttempt(Activity? span, HttpStatusCode? status, Exception? exception)
        => End(span, status, exception is null ? ErrorType.Of(status) : ErrorType.Of(exception));

    /// <summary>An attempt failed and will be followed by another one.</summary>
    public void Repeats(OperationCall call, Exception? exception, TimeSpan pause)
    {
        string name = call.Operation.PublicName;
        string error = ErrorType.OfRepeated(call, exception);
        Instruments.Retries.Add(1, new(TagNames.Operation, name), new(TagNames.ErrorType, error));
        if (call.Outcome == AttemptOutcome.TooSoon)
        {
            logger.TooSoonWaitedOut(name, call.Attempts, pause);
        }
        else
        {
            logger.AttemptRepeated(name, call.Attempts, error, pause);
        }
    }

    /// <summary>A request or call has to wait for its rate limit.</summary>
    public void Waits(OperationCall call) => logger.RateLimitAwaited(call.Operation.PublicName);

    /// <summary>The wait for a rate limit is over.</summary>
    public static void Waited(OperationCall call, TimeSpan time)
        => Instruments.RateLimitWait.Record(time.TotalSeconds, new KeyValuePair<string, object?>(TagNames.Operation, call.Operation.PublicName));

    private static void End(Activity? span, HttpStatusCode? status, string? error)
    {
        if (span is null)
        {
            return;
        }

        if (status is { } code)
        {
            span.SetTag(TagNames.StatusCode, (int)code);
        }

        if (error is not null)
        {
            span.SetTag(TagNames.ErrorType, error);
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }

    /// <summary>The names that OpenTelemetry knows; null for any other, which may be anything.</summary>
    private static string? MethodOf(HttpRequestMessage request)
        => request.Method.Method switch
        {
            "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" or "TRACE" or "CONNECT" => request.Method.Method,
            _ => null,
        };

    private Activity? StartOperation(Operation operation)
    {
        if (!Instruments.Source.HasListeners())
        {
            return null;
        }

        string name = operation.PublicName;
        KeyValuePair<string, object?>[] tags = [new(TagNames.Operation, name), _serverAddress, _serverPort];

        // Internal: the attempts are what goes out; a second kind of Client span would have backends count every call twice.
        return Instruments.Source.StartActivity(name, ActivityKind.Internal, parentContext: default, tags);
    }

    /// <summary>
    /// The path after the base address. Where no id stands in it, which is in all of OKSign's, the path is the template; that of a raw request
    /// may hold anything.
    /// </summary>
    private string? TemplateOf(HttpRequestMessage request, Operation operation)
        => !operation.IsRaw && request.RequestUri?.AbsolutePath is { } path && path.StartsWith(_basePath, StringComparison.Ordinal)
            ? path.Substring(_basePath.Length)
            : null;

    private void Record(OperationCall call, string? error, TimeSpan time)
    {
        TagList tags = [new(TagNames.Operation, call.Operation.PublicName), _serverAddress, _serverPort];
        if (call.Status is { } status)
        {
            tags.Add(TagNames.StatusCode, (int)status);
        }

        if (error is not null)
        {
            tags.Add(TagNames.ErrorType, error);
        }

        Instruments.OperationDuration.Record(time.TotalSeconds, tags);
    }
}

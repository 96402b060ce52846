using Microsoft.Extensions.Logging;

namespace OkSign.Client;

/// <summary>All that is logged, under the category <see cref="Instruments.Name"/>; docs/observability.md has the same list.</summary>
/// <remarks>No message has a parameter for a text that comes from a caller or from the service.</remarks>
internal static partial class LogMessages
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Debug,
        Message = "Calls go to {ServerAddress}:{ServerPort}: {AttemptTimeout} for an answer, {IdleTimeout} for a standstill, {MaxRetries} retries within {Budget}.")]
    public static partial void ClientCreated(
        this ILogger logger,
        string serverAddress,
        int serverPort,
        TimeSpan attemptTimeout,
        TimeSpan idleTimeout,
        int maxRetries,
        TimeSpan budget);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Information,
        Message = "{Operation}: attempt {Attempt} failed ({ErrorType}), the next one follows in {Delay}.")]
    public static partial void AttemptRepeated(this ILogger logger, string operation, int attempt, string errorType, TimeSpan delay);

    [LoggerMessage(
        EventId = 3,
        Level = LogLevel.Information,
        Message = "{Operation}: too soon for the service, attempt {Attempt} is followed by another one in {Delay}.")]
    public static partial void TooSoonWaitedOut(this ILogger logger, string operation, int attempt, TimeSpan delay);

    [LoggerMessage(
        EventId = 4,
        Level = LogLevel.Debug,
        Message = "{Operation}: waits for its rate limit.")]
    public static partial void RateLimitAwaited(this ILogger logger, string operation);

    [LoggerMessage(
        EventId = 5,
        Level = LogLevel.Debug,
        Message = "{Operation}: failed after {Attempts} attempt(s) ({ErrorType}).")]
    public static partial void OperationFailed(this ILogger logger, string operation, int attempts, string errorType);
}

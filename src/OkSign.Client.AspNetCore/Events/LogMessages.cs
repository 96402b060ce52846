using Microsoft.Extensions.Logging;

namespace OkSign.Client.AspNetCore;

/// <summary>All that is logged. No message has a parameter for a text that comes from a caller, and none for an id.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(EventId = 101, Level = LogLevel.Debug, Message = "{Kind} {Mark} is handled, at attempt {Attempt}.")]
    public static partial void EventHandled(this ILogger logger, string kind, string mark, int attempt);

    [LoggerMessage(EventId = 102, Level = LogLevel.Error, Message = "{Kind} {Mark} could not be handled at attempt {Attempt}; the next one follows in {Delay}.")]
    public static partial void EventFailed(this ILogger logger, Exception exception, string kind, string mark, int attempt, TimeSpan delay);

    [LoggerMessage(EventId = 103, Level = LogLevel.Warning, Message = "{Kind} {Mark} is dropped: the service does not confirm it.")]
    public static partial void NotConfirmed(this ILogger logger, string kind, string mark);

    [LoggerMessage(EventId = 104, Level = LogLevel.Error, Message = "The store of events failed.")]
    public static partial void StoreFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 105, Level = LogLevel.Warning, Message = "A call to the {Endpoint} endpoint had a wrong secret.")]
    public static partial void WrongSecret(this ILogger logger, string endpoint);

    [LoggerMessage(EventId = 106, Level = LogLevel.Warning, Message = "A call to the {Endpoint} endpoint cannot be read: {Reason}")]
    public static partial void Unreadable(this ILogger logger, string endpoint, string reason);

    [LoggerMessage(EventId = 107, Level = LogLevel.Error, Message = "The changed settings of the {Endpoint} endpoints are not valid; the former ones stay in force.")]
    public static partial void SettingsRefused(this ILogger logger, Exception exception, string endpoint);

    [LoggerMessage(EventId = 108, Level = LogLevel.Warning, Message = "Polling keeps its checkpoint in memory: after a restart it begins {LookBack} earlier, and reports again what it had reported. UseStore cures that.")]
    public static partial void CheckpointInMemory(this ILogger logger, TimeSpan lookBack);

    [LoggerMessage(EventId = 109, Level = LogLevel.Warning, Message = "Asking for {What} failed; it is asked for again, and nothing is missed.")]
    public static partial void PollFailed(this ILogger logger, Exception exception, string what);

    [LoggerMessage(EventId = 110, Level = LogLevel.Error, Message = "Asking for {What} ended; it begins again in {Delay}.")]
    public static partial void PollEnded(this ILogger logger, Exception exception, string what, TimeSpan delay);

    [LoggerMessage(EventId = 111, Level = LogLevel.Warning, Message = "The service could not be asked whether a call is so; whoever called is asked to call again.")]
    public static partial void CannotConfirm(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 112, Level = LogLevel.Error, Message = "A signature that the service lists has neither of the document's ids and cannot be reported.")]
    public static partial void SignatureWithoutIds(this ILogger logger);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.Tests;

/// <summary>Takes down the events that are logged, from a level on.</summary>
internal sealed class RecordedEvents(LogLevel minimum = LogLevel.Trace) : ILoggerFactory, ILoggerProvider
{
    private readonly ConcurrentQueue<Event> _events = [];

    public IReadOnlyList<Event> All => [.. _events];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, minimum, _events);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    internal sealed record Event(string Category, int Id, LogLevel Level, string Message);

    private sealed class Logger(string category, LogLevel minimum, ConcurrentQueue<Event> events) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Assert.True(IsEnabled(logLevel));
            events.Enqueue(new Event(category, eventId.Id, logLevel, formatter(state, exception)));
        }
    }
}

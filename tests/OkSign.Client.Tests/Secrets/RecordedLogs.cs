using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.Tests.Secrets;

/// <summary>Takes down all that is logged: messages, the values in them, scopes and exceptions.</summary>
internal sealed class RecordedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Add(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Add(state);
        _lines.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }

    private void Add(object? state)
    {
        _lines.Enqueue(state?.ToString() ?? "");
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach ((string name, object? value) in values)
            {
                _lines.Enqueue($"{name}={value}");
            }
        }
    }
}

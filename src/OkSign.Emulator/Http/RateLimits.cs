namespace OkSign.Emulator.Http;

/// <summary>Counts the calls of each operation in a sliding window. Refused calls do not count.</summary>
internal sealed class RateLimits(TimeProvider timeProvider)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    public bool TryAcquire(string operation, RateLimit limit)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            if (!_calls.TryGetValue(operation, out Queue<DateTimeOffset>? calls))
            {
                _calls[operation] = calls = new Queue<DateTimeOffset>();
            }

            while (calls.TryPeek(out DateTimeOffset oldest) && now - oldest >= limit.Window)
            {
                calls.Dequeue();
            }

            if (calls.Count >= limit.Calls)
            {
                return false;
            }

            calls.Enqueue(now);
            return true;
        }
    }
}

using System.Threading.RateLimiting;
using StackExchange.Redis;

namespace SharedLimit;

/// <summary>
/// A rate limit that all programs keep together that use the same key of the same Redis: at most so many calls in a window, which slides.
/// </summary>
/// <remarks>
/// <para>The service counts a call when it arrives, which is some time after the permit was given. A permit is therefore free again one
/// window after its lease was given back: by then the service has seen the call. However long the ways are, it never sees too many.</para>
/// <para>All times are those of the Redis server. The hosts' clocks do not matter.</para>
/// <para>Who waits in one program is served in order. Between programs, whoever asks first.</para>
/// </remarks>
public sealed class RedisWindowLimiter : RateLimiter
{
    // The key is a sorted set that has a member for each permit in use, and when it is free again as its score, in microseconds.
    private const string Now = "local time = redis.call('TIME') local now = time[1] * 1000000 + time[2] ";

    /// <summary>Answers 0 with a permit taken, or after how many microseconds it is worth asking again.</summary>
    private const string Take = Now + """
        local calls, window, longest = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
        if redis.call('ZCARD', KEYS[1]) < calls then
          redis.call('ZADD', KEYS[1], now + window + longest, ARGV[1])
          redis.call('PEXPIRE', KEYS[1], math.ceil((window + longest) / 1000))
          return 0
        end
        local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
        return math.max(1, math.min(tonumber(first[2]) - now, window))
        """;

    private const string GiveBack = Now + "return redis.call('ZADD', KEYS[1], 'XX', now + tonumber(ARGV[2]), ARGV[1])";

    // The service should not be the one to notice that its clock runs a little slower.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(10);

    // A program that stops with a permit in its hands takes it along for so long.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly IDatabase _redis;
    private readonly RedisKey _key;
    private readonly int _calls;
    private readonly TimeSpan _window;

    /// <summary>Makes a limiter.</summary>
    /// <param name="redis">The connection; stays the caller's.</param>
    /// <param name="key">The key that stands for the limit: one for each account of the service.</param>
    /// <param name="calls">How many calls are allowed in a window.</param>
    /// <param name="window">The window.</param>
    public RedisWindowLimiter(IConnectionMultiplexer redis, string key, int calls, TimeSpan window)
    {
        _redis = redis.GetDatabase();
        _key = key;
        _calls = calls;
        _window = window + Slack;
    }

    /// <inheritdoc />
    public override TimeSpan? IdleDuration => null;

    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <summary>Never takes one: asking Redis is no quick thing to do while a thread waits.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
        => permitCount == 0 ? new Lease() : new Lease("AcquireAsync asks Redis; this does not.");

    /// <summary>Waits until a permit is free, in the order of the calls. There is none when Redis cannot be asked: then nothing is sent.</summary>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        if (permitCount == 0)
        {
            return new Lease();
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, 1);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await TakeAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is RedisException or RedisTimeoutException)
        {
            return new Lease(failure.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _turn.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<RateLimitLease> TakeAsync(CancellationToken cancellationToken)
    {
        RedisValue permit = Guid.NewGuid().ToByteArray();
        while (await TryTakeAsync(permit) is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, cancellationToken);
        }

        return new Lease(() => Return(permit));
    }

    private async Task<TimeSpan> TryTakeAsync(RedisValue permit)
    {
        RedisValue[] arguments = [permit, _calls, Microseconds(_window), Microseconds(LongestCall)];
        return TimeSpan.FromMicroseconds((long)await _redis.ScriptEvaluateAsync(Take, [_key], arguments));
    }

    /// <summary>Without waiting: should it get lost, the permit is free after the time of the longest call.</summary>
    private void Return(RedisValue permit)
        => _redis.ScriptEvaluate(GiveBack, [_key], [permit, Microseconds(_window)], CommandFlags.FireAndForget);

    private static long Microseconds(TimeSpan time) => (long)time.TotalMicroseconds;

    private sealed class Lease : RateLimitLease
    {
        private readonly string? _refusal;
        private Action? _giveBack;

        public Lease(Action? giveBack = null) => _giveBack = giveBack;

        public Lease(string refusal) => _refusal = refusal;

        public override bool IsAcquired => _refusal is null;

        public override IEnumerable<string> MetadataNames => _refusal is null ? [] : [MetadataName.ReasonPhrase.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.ReasonPhrase.Name ? _refusal : null;
            return metadata is not null;
        }

        protected override void Dispose(bool disposing)
        {
            Interlocked.Exchange(ref _giveBack, null)?.Invoke();
            base.Dispose(disposing);
        }
    }
}

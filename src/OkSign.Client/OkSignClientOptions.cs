using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OkSign.Client;

/// <summary>Settings of an <see cref="OkSignClient"/>.</summary>
public sealed class OkSignClientOptions
{
    private readonly Dictionary<string, RateLimiter?> _rateLimiters = [];
    private ILoggerFactory? _loggerFactory;

    internal const long DefaultMaxDocumentSize = 10 * 1024 * 1024;

    /// <summary>The public service: <c>https://www.oksign.be/services/rest/</c>.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://www.oksign.be/services/rest/");

    /// <summary>The key of the account. In a configuration section: <c>Authorization</c>, the three parts joined by <c>;</c>.</summary>
    public OkSignCredentials? Credentials { get; set; }

    /// <summary>
    /// Where the service is, up to and without the version (<c>/v1</c>). Only <c>https</c>, or <c>http</c> on this very machine
    /// for an emulator: the credentials travel with every call.
    /// </summary>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>
    /// The size up to which a document is uploaded, in bytes: 10 MB (10,485,760 bytes), as the service has it, unless set.
    /// </summary>
    public long MaxDocumentSize { get; set; } = DefaultMaxDocumentSize;

    /// <summary>
    /// How long one request may wait for its answer, and how long a JSON answer may take to arrive: 100 seconds unless set. The transfer of a
    /// document does not count.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a transfer may stand still, of a document or an answer: 30 seconds unless set.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How failed calls are repeated.</summary>
    public OkSignRetryOptions Retry { get; } = new();

    /// <summary>How disputed operations look on the wire.</summary>
    public WireProfile Wire { get; } = new();

    /// <summary>
    /// Keeps an operation's rate limit by a limiter of yours instead of the client's own: one that several clients or several machines
    /// share, for one. It is asked for one permit a request, or a call for those that have minutes between them, and stays yours to dispose.
    /// </summary>
    /// <remarks>
    /// The client by itself keeps to what the service has: three uploads a second (<c>Document.upload</c>), for which it waits, and one call in
    /// three minutes of <c>Documents.active</c>, <c>Documents.signed</c> and <c>Webhooks.retrieve</c>, for which it waits no longer than
    /// <see cref="OkSignRetryOptions.MaxDelay"/>: a call that would have to, fails without being sent.
    /// </remarks>
    /// <param name="operation">The service's name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="limiter">The limiter; null for no limit on this side.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public void UseRateLimiter(string operation, RateLimiter? limiter)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation known = KnownOperations.Find(operation) ?? throw new ArgumentException($"There is no operation {operation}.", nameof(operation));
        _rateLimiters[known.Name] = limiter;
    }

    /// <summary>
    /// Logs to a factory of yours, under the category <c>OkSign.Client</c>; see docs/observability.md. A client in a container logs to the
    /// container's unless told otherwise, any other one nowhere.
    /// </summary>
    /// <param name="loggerFactory">The factory; stays yours to dispose.</param>
    public void UseLoggerFactory(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        _loggerFactory = loggerFactory;
    }

    /// <summary>Logs to this factory unless there is one already.</summary>
    internal void UseLoggerFactoryByDefault(ILoggerFactory? loggerFactory) => _loggerFactory ??= loggerFactory;

    /// <summary>The limiters by operation, the user's where there are some, else the client's own: those for whole calls, or the others.</summary>
    internal IReadOnlyDictionary<string, RateLimiter> ToRateLimiters(bool forWholeCalls, TimeProvider timeProvider)
    {
        var limiters = new Dictionary<string, RateLimiter>();
        foreach (Operation operation in KnownOperations.All)
        {
            bool isWanted = (operation.Limit?.IsForWholeCalls ?? false) == forWholeCalls;
            if (isWanted && LimiterOf(operation, timeProvider) is { } limiter)
            {
                limiters.Add(operation.Name, limiter);
            }
        }

        return limiters;
    }

    internal Timeouts ToTimeouts(TimeProvider timeProvider) => new(AttemptTimeout, IdleTimeout, timeProvider);

    internal OperationTelemetry ToTelemetry(TimeProvider timeProvider)
        => new((_loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(Instruments.Name), BaseAddress, timeProvider);

    internal WireRewriter ToWireRewriter() => new(Wire, BaseAddress);

    private RateLimiter? LimiterOf(Operation operation, TimeProvider timeProvider)
    {
        if (_rateLimiters.TryGetValue(operation.Name, out RateLimiter? limiter))
        {
            return limiter;
        }

        return operation.Limit is { } limit
            ? new WindowLimiter(limit, limit.IsForWholeCalls ? Retry.MaxDelay : Timeout.InfiniteTimeSpan, timeProvider)
            : null;
    }
}
